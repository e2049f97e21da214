const toneMs = 160;
const pauseMs = 90;
const frequencies = [660, 880];

/** Two short rising tones, made here: heard in a room, over within half a second, no file. */
export const ring = (): void => {
  try {
    const context = new AudioContext();
    const startAt = context.currentTime + 0.02;
    const tones = frequencies.map((frequency, index) => {
      const tone = context.createOscillator();
      const volume = context.createGain();
      const from = startAt + (index * (toneMs + pauseMs)) / 1000;
      const to = from + toneMs / 1000;
      tone.frequency.value = frequency;
      // Swells and fades: a tone that is cut off clicks.
      volume.gain.setValueAtTime(0, from);
      volume.gain.linearRampToValueAtTime(0.25, from + 0.02);
      volume.gain.linearRampToValueAtTime(0, to);
      tone.connect(volume).connect(context.destination);
      tone.start(from);
      tone.stop(to);
      return tone;
    });
    tones.at(-1)?.addEventListener('ended', () => void context.close());
  } catch {
    // A machine without sound: the words, the title and the panel say it all the same.
  }
};
