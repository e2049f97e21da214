import type { Heading, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as nodeToText } from 'mdast-util-to-string';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { isHostileMarkdown, isTooDeep } from './hostile-markdown.ts';
import { monospace, paragraph, text, verbatim } from './mdast-nodes.ts';

interface Embedding {
  /** Depth of the heading that the text stands under; its own headings begin one deeper. */
  readonly under: number;
  /** What an entry's name, as in `[[entry ann-7]]`, reads as: its time. Undefined for a name nobody has. */
  readonly entryText: (name: string) => string | undefined;
}

const parser = unified().use(remarkParse).use(remarkGfm).freeze();

/**
 * People's Markdown (GitHub flavour) as blocks that can stand inside the review and run nothing: raw HTML stays the
 * text that was typed, images become links, links that are no web or mail address become text. Never throws.
 */
export const embedMarkdown = (markdown: string, { under, entryText }: Embedding): readonly RootContent[] => {
  if (markdown.trim() === '') return [];
  if (isHostileMarkdown(markdown)) return asPlainText(markdown);
  const root = parser.parse(markdown);
  if (isTooDeep(root)) return asPlainText(markdown);
  const links = collectDefinitions(root);
  const shift = under + 1 - shallowestHeading(root);
  return asBlocks(tameAll(root.children, { links, shift, entryText }));
};

const asPlainText = (markdown: string): readonly RootContent[] => [
  paragraph('(shown as typed: nested too deeply, or too large, to be laid out)'),
  verbatim(markdown),
];

interface Taming {
  readonly links: ReadonlyMap<string, string>;
  readonly shift: number;
  readonly entryText: Embedding['entryText'];
}

type Node = RootContent;

/** One node becomes none, one or several tame ones; depth is bounded by `isTooDeep`. */
const tame = (node: Node, taming: Taming): readonly Node[] => {
  switch (node.type) {
    case 'html':
    case 'yaml':
      return [text(node.value)];
    case 'text':
      return withEntries(node.value, taming.entryText);
    case 'definition':
      return [];
    case 'image':
      return toLink(node.url, [text(`image: ${node.alt || node.url}`)]);
    case 'imageReference': {
      const url = taming.links.get(node.identifier);
      return url === undefined ? [text(node.alt ?? '')] : toLink(url, [text(`image: ${node.alt || url}`)]);
    }
    case 'link':
      return toLink(node.url, tameAll(node.children, taming) as PhrasingContent[]);
    case 'linkReference':
      return toLink(taming.links.get(node.identifier) ?? '', tameAll(node.children, taming) as PhrasingContent[]);
    case 'footnoteReference':
      return [text(`[${node.label ?? node.identifier}]`)];
    case 'footnoteDefinition':
      // Printed where it stands: numbers of fifteen sections would collide at the end of the page.
      return [paragraph(`[${node.label ?? node.identifier}] ${nodeToText(node)}`)];
    case 'heading':
      return [{ ...node, depth: toDepth(node.depth + taming.shift), children: tameInline(node.children, taming) }];
    case 'table':
      return [tameTable(node, taming)];
    case 'code':
    case 'inlineCode':
    case 'break':
    case 'thematicBreak':
      return [node];
    case 'listItem':
    case 'blockquote':
      return [{ ...node, children: asBlocks(tameAll(node.children, taming)) } as Node];
    case 'list':
    case 'paragraph':
    case 'emphasis':
    case 'strong':
    case 'delete':
      return [{ ...node, children: tameAll(node.children, taming) } as Node];
    default:
      // A kind that a later parser invents: its text is kept, its behaviour is not.
      return [text(nodeToText(node))];
  }
};

const tameAll = (nodes: readonly Node[], taming: Taming): readonly Node[] =>
  nodes.flatMap((node) => tame(node, taming));

const tameInline = (nodes: readonly PhrasingContent[], taming: Taming) => tameAll(nodes, taming) as PhrasingContent[];

const tameTable = (node: Extract<Node, { type: 'table' }>, taming: Taming): Node => ({
  ...node,
  children: node.children.map((row, index) => ({
    ...row,
    children: row.children.map((cell) => ({
      ...cell,
      children: tameInline(cell.children, taming),
      ...(index === 0 ? { data: { hProperties: { scope: 'col' } } } : {}),
    })),
  })),
});

const blockless = new Set(['text', 'link']);
// Raw HTML between blocks has become bare text, which a block may not hold.
const asBlocks = (nodes: readonly Node[]): readonly Node[] =>
  nodes.map((node) => (blockless.has(node.type) ? { type: 'paragraph', children: [node as PhrasingContent] } : node));

const entryReference = /\[\[entry ([^\][\s]{1,80})\]\]/g;

const withEntries = (value: string, entryText: Embedding['entryText']): readonly Node[] => {
  const nodes: Node[] = [];
  let from = 0;
  for (const match of value.matchAll(entryReference)) {
    const shown = entryText(match[1] ?? '');
    if (shown === undefined) continue;
    if (match.index > from) nodes.push(text(value.slice(from, match.index)));
    nodes.push(monospace(shown));
    from = match.index + match[0].length;
  }
  if (from < value.length) nodes.push(text(value.slice(from)));
  return nodes;
};

const isWebOrMail = /^(?:https?:\/\/|mailto:)[^\s]+$/i;

const toLink = (url: string, children: readonly PhrasingContent[]): readonly Node[] => {
  const target = url.trim();
  if (isWebOrMail.test(target)) return [{ type: 'link', url: target, children: [...children] }];
  return target === '' ? [...children] : [...children, text(' ('), monospace(target.slice(0, 200)), text(')')];
};

const collectDefinitions = (root: Root): ReadonlyMap<string, string> => {
  const links = new Map<string, string>();
  const stack: Node[] = [...root.children].reverse();
  for (let node = stack.pop(); node; node = stack.pop()) {
    // The first definition of a name counts, as everywhere in Markdown.
    if (node.type === 'definition' && !links.has(node.identifier)) links.set(node.identifier, node.url);
    if ('children' in node) stack.push(...[...node.children].reverse());
  }
  return links;
};

const shallowestHeading = (root: Root): number =>
  Math.min(6, ...root.children.flatMap((node) => (node.type === 'heading' ? [node.depth] : [])));

const toDepth = (depth: number): Heading['depth'] => Math.min(6, Math.max(3, depth)) as Heading['depth'];
