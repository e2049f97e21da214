import type { Nodes, PhrasingContent, RootContent } from 'mdast';

/**
 * The text of Markdown in the form that `linesOf` gives for a Word document, worked out from the tree alone. `mayLink`
 * says whether an address can be linked to; that of one that cannot follows the words.
 */
export const markdownLines = (
  nodes: readonly RootContent[],
  mayLink: (address: string) => boolean = () => true,
): readonly string[] => nodes.flatMap((node) => blockLines(node, mayLink)).filter((line) => line.trim() !== '');

type MayLink = (address: string) => boolean;

const blockLines = (node: RootContent, mayLink: MayLink): readonly string[] => {
  switch (node.type) {
    case 'heading':
      return [`${'#'.repeat(node.depth)} ${inline(node.children, mayLink)}`];
    case 'paragraph':
      return [inline(node.children, mayLink)];
    case 'code':
    case 'html':
      return [readable(node.value)];
    case 'blockquote':
      return node.children.flatMap((child) => blockLines(child, mayLink));
    case 'list':
      return node.children.flatMap(({ children, checked }) => {
        const box = typeof checked === 'boolean' ? `[${checked ? 'x' : ' '}] ` : '';
        const [first, ...rest] = children.flatMap((child) => blockLines(child, mayLink));
        return children[0]?.type === 'paragraph' ? [`${box}${first}`, ...rest] : [box, first ?? '', ...rest];
      });
    case 'table': {
      const columns = Math.max(...node.children.map(({ children }) => children.length));
      return node.children.map(({ children }) => {
        const cells = Array.from({ length: columns }, (_, n) => inline(children[n]?.children ?? [], mayLink));
        return `| ${cells.join(' | ')} |`;
      });
    }
    default:
      return [inline([node as PhrasingContent], mayLink)];
  }
};

const inline = (nodes: readonly Nodes[], mayLink: MayLink): string =>
  nodes
    .map((node) => {
      if (node.type === 'break') return '\n';
      if (node.type === 'link' && !mayLink(node.url)) return `${inline(node.children, mayLink)} (${node.url})`;
      if ('children' in node) return inline(node.children, mayLink);
      return 'value' in node ? readable(node.value).replaceAll(/\s*\n\s*|\t/g, ' ') : '';
    })
    .join('');

// Without what no XML may hold; half a character, which no file can hold, is the sign for an unreadable one.
const readable = (text: string): string =>
  [...text]
    .map((character) => ({ character, code: character.codePointAt(0) ?? 0 }))
    .filter(({ code }) => [0x9, 0xa].includes(code) || !(code < 0x20 || (code > 0x7e && code < 0xa0)))
    .filter(({ code }) => code !== 0xfffe && code !== 0xffff)
    .map(({ character, code }) => (code > 0xd7ff && code < 0xe000 ? '\ufffd' : character))
    .join('');
