import type { Nodes, Root } from 'mdast';

const limits = {
  /** Containers opened on one line, such as `> > - `. */
  containersOnLine: 20,
  /** Containers beyond the third of a line, over the whole text: deep nesting costs its square. */
  deepContainers: 2_000,
  /** Characters that open or close emphasis, code or links between two blank lines. */
  delimitersInBlock: 2_000,
  /** Table cells over the whole text. */
  pipes: 10_000,
  /** Levels of the parsed tree: what walks it is recursive. */
  depth: 100,
} as const;

/**
 * True for text that would take seconds to parse or overflow the stack. Nobody writes such a review; a paste may hold
 * it, and it is then shown as plain text.
 */
export const isHostileMarkdown = (markdown: string): boolean =>
  count(markdown, /\|/g) > limits.pipes ||
  markdown.split(/\n[ \t]*\n/).some((block) => count(block, /[[\]*_~`<>!(]/g) > limits.delimitersInBlock) ||
  hasDeepContainers(markdown);

export const isTooDeep = (root: Root): boolean => {
  // An explicit stack: the point is to find trees that recursion cannot walk.
  const stack: { readonly node: Nodes; readonly depth: number }[] = [{ node: root, depth: 0 }];
  for (let next = stack.pop(); next; next = stack.pop()) {
    const { node, depth } = next;
    if (depth > limits.depth) return true;
    if ('children' in node) for (const child of node.children) stack.push({ node: child, depth: depth + 1 });
  }
  return false;
};

const hasDeepContainers = (markdown: string): boolean => {
  let deep = 0;
  for (const line of markdown.split('\n')) {
    const lead = /^(?:[ \t]*(?:>|[-+*](?=[ \t])|\d{1,9}[.)](?=[ \t])))*[ \t]*/.exec(line)?.[0] ?? '';
    // Indentation nests too: two columns can open one more list.
    const containers = count(lead, />|[-+*]|\d+[.)]/g) + Math.floor(count(lead, /[ \t]/g) / 4);
    if (containers > limits.containersOnLine) return true;
    deep += Math.max(0, containers - 3);
  }
  return deep > limits.deepContainers;
};

const count = (text: string, pattern: RegExp) => text.match(pattern)?.length ?? 0;
