import { ConcreteHyperlink, type ParagraphChild, TextRun } from 'docx';
import type { PhrasingContent } from 'mdast';
import { toString as nodeToText } from 'mdast-util-to-string';
import type { DocxLinks } from './docx-links.ts';
import { type Look, textRuns } from './docx-text.ts';

/** A line of Markdown as Word's runs of text; nodes that Word has no runs for are their text. */
export const toRuns = (
  nodes: readonly PhrasingContent[],
  links: DocxLinks,
  look: Look = {},
): readonly ParagraphChild[] => nodes.flatMap((node) => nodeToRuns(node, links, look));

const nodeToRuns = (node: PhrasingContent, links: DocxLinks, look: Look): readonly ParagraphChild[] => {
  switch (node.type) {
    case 'text':
      return textRuns(node.value, look);
    case 'inlineCode':
      return textRuns(node.value, { ...look, style: 'InlineCode' });
    case 'break':
      return [new TextRun({ break: 1 })];
    case 'emphasis':
      return toRuns(node.children, links, { ...look, italics: true });
    case 'strong':
      return toRuns(node.children, links, { ...look, bold: true });
    case 'delete':
      return toRuns(node.children, links, { ...look, strike: true });
    case 'link': {
      const name = links.nameOf(node.url);
      if (name === undefined) return [...toRuns(node.children, links, look), ...textRuns(` (${node.url})`, look)];
      return [new ConcreteHyperlink(toRuns(node.children, links, { ...look, style: 'Hyperlink' }), name)];
    }
    default:
      return textRuns(nodeToText(node), look);
  }
};
