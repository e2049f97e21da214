const lineFeed = 10;
const blockBytes = 256 * 1024;

/**
 * The texts of the lines of valid UTF-8, many decoded at a time: one by one it costs as much as parsing them. To be asked
 * for every line in turn, from its first byte to its line feed.
 * @param maxLineBytes a longer line is not decoded: one of half a gigabyte fits into no text
 */
export const createLineDecoder = (bytes: Buffer, maxLineBytes: number): ((start: number, end: number) => string) => {
  let block = '';
  let blockEnd = 0;
  let at = 0;
  return (start, end) => {
    if (end - start > maxLineBytes) {
      block = '';
      blockEnd = end + 1;
      return '';
    }
    if (end >= blockEnd) {
      blockEnd = Math.max(end, bytes.lastIndexOf(lineFeed, start + blockBytes)) + 1;
      block = bytes.toString('utf8', start, blockEnd);
      at = 0;
    }
    const feed = block.indexOf('\n', at);
    const text = block.slice(at, feed);
    at = feed + 1;
    return text;
  };
};
