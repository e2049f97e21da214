import { escapeXml } from '../../../shared/review/escape-xml.ts';
import type { ReviewDocument } from '../../../shared/review/review-document.ts';

const namespaces = [
  'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties"',
  'xmlns:dc="http://purl.org/dc/elements/1.1/"',
  'xmlns:dcterms="http://purl.org/dc/terms/"',
  'xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance"',
].join(' ');

/**
 * What Word shows as properties of the document. Written here because the library puts the time of this machine in: the
 * moment is that of the review. Neither a person nor a machine is named as author: the record names who wrote what.
 */
export const docxProperties = ({ title, subtitle, generatedAt }: ReviewDocument): string => {
  const moment = `xsi:type="dcterms:W3CDTF">${generatedAt.slice(0, 19)}Z</dcterms:`;
  return [
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>',
    `<cp:coreProperties ${namespaces}>`,
    `<dc:title>${escapeXml(title)}</dc:title><dc:subject>${escapeXml(subtitle)}</dc:subject>`,
    '<dc:creator>Holdfast</dc:creator><cp:lastModifiedBy>Holdfast</cp:lastModifiedBy><cp:revision>1</cp:revision>',
    `<dcterms:created ${moment}created><dcterms:modified ${moment}modified>`,
    '<dc:language>en</dc:language>',
    '</cp:coreProperties>',
  ].join('');
};
