import { SaxesParser } from 'saxes';

export interface XmlElement {
  /** With its prefix, as in `w:p`. */
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly (XmlElement | string)[];
}

interface Open extends XmlElement {
  readonly children: (XmlElement | string)[];
}

/** The root element of a document; throws at the first place that is no well-formed XML 1.0 with its namespaces bound. */
export const parseXml = (text: string): XmlElement => {
  const document: Open = { name: '', attributes: {}, children: [] };
  const open: Open[] = [document];
  const parser = new SaxesParser({ xmlns: true });
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const values = Object.entries(attributes).map(([key, { value }]) => [key, value] as const);
    const element: Open = { name, attributes: Object.fromEntries(values), children: [] };
    open.at(-1)?.children.push(element);
    open.push(element);
  });
  parser.on('text', (piece) => open.at(-1)?.children.push(piece));
  parser.on('closetag', () => {
    open.pop();
  });
  parser.write(text).close();
  const root = document.children.find((child) => typeof child !== 'string');
  if (root === undefined) throw new Error('There is no element in it');
  return root;
};

export const elementsIn = (element: XmlElement): readonly XmlElement[] =>
  element.children.filter((child): child is XmlElement => typeof child !== 'string');

/** All elements of a name below one, in the order of reading. */
export const findAll = (element: XmlElement, name: string): readonly XmlElement[] =>
  elementsIn(element).flatMap((child) => [...(child.name === name ? [child] : []), ...findAll(child, name)]);
