/** 1 January 1980, the first moment that a zip file can name: half of it the date, half the time of day. */
const firstMoment = 0x0021_0000;
const endOfFiles = Buffer.from('PK\x05\x06', 'latin1');

/** The same zip file with all its entries dated alike: its bytes no longer depend on when and in which zone it was made. */
export const withoutZipDates = (zip: Uint8Array): Buffer => {
  const bytes = Buffer.from(zip);
  const end = bytes.lastIndexOf(endOfFiles);
  let entry = bytes.readUInt32LE(end + 16);
  for (let left = bytes.readUInt16LE(end + 10); left > 0; left -= 1) {
    const file = bytes.readUInt32LE(entry + 42);
    bytes.writeUInt32LE(firstMoment, entry + 12);
    bytes.writeUInt32LE(firstMoment, file + 10);
    entry += 46 + bytes.readUInt16LE(entry + 28) + bytes.readUInt16LE(entry + 30) + bytes.readUInt16LE(entry + 32);
  }
  return bytes;
};
