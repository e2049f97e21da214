import { textToHtml } from './text-to-html.ts';

/** rich: plain and formatted. plain: as text alone. failed: the clipboard refused. */
export type Copied = 'rich' | 'plain' | 'failed';

/** Puts a text on the clipboard in both flavours, so that a chat and a mail program each take theirs. */
export const copyText = async (text: string): Promise<Copied> => {
  try {
    const flavours = { 'text/plain': toBlob(text, 'text/plain'), 'text/html': toBlob(textToHtml(text), 'text/html') };
    await navigator.clipboard.write([new ClipboardItem(flavours)]);
    return 'rich';
  } catch {
    return copyPlain(text);
  }
};

const copyPlain = async (text: string): Promise<Copied> => {
  try {
    await navigator.clipboard.writeText(text);
    return 'plain';
  } catch {
    return 'failed';
  }
};

const toBlob = (text: string, type: string) => new Blob([text], { type });
