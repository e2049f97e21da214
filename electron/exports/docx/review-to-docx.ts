import {
  Document,
  Footer,
  Header,
  type ISectionOptions,
  Packer,
  PageNumber,
  Paragraph,
  Tab,
  TabStopType,
  TextRun,
} from 'docx';
import { reviewBlocks } from '../../../shared/review/review-blocks.ts';
import type { ReviewDocument } from '../../../shared/review/review-document.ts';
import { type DocxContext, toBlocks } from './docx-blocks.ts';
import { chartParagraphs } from './docx-chart.ts';
import { createDocxLinks } from './docx-links.ts';
import { page, textWidthTwips } from './docx-page.ts';
import { docxProperties } from './docx-properties.ts';
import { docxStyles } from './docx-styles.ts';
import { textRuns } from './docx-text.ts';
import { withoutZipDates } from './zip-dates.ts';

const hyperlink = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink';

/** The whole review as a Word document; the same review always gives the same bytes. */
export const reviewToDocx = async (review: ReviewDocument): Promise<Uint8Array> => {
  const context = createContext();
  const { chart } = review;
  const children = reviewBlocks(review).flatMap((block) => {
    if (block.type !== 'phase-chart') return toBlocks([block], context);
    return chart ? chartParagraphs(chart) : [];
  });
  const document = new Document({ styles: docxStyles, sections: [{ ...pageEdges(review), children }] });
  const { Relationships } = document.Document;
  for (const [address, name] of context.links.namesByAddress)
    Relationships.addRelationship(name, hyperlink, address, 'External');
  const properties = { path: 'docProps/core.xml', data: docxProperties(review) };
  return withoutZipDates(await Packer.toBuffer(document, undefined, [properties]));
};

const createContext = (): DocxContext => {
  let lists = 0;
  return {
    links: createDocxLinks(),
    nextList: () => {
      lists += 1;
      return lists;
    },
  };
};

/** Above and below the text of every page, as the PDF has them. */
const pageEdges = ({ title, head }: ReviewDocument): Omit<ISectionOptions, 'children'> => {
  const { width, height, top, right, bottom, left } = page;
  const style = 'PageEdge';
  const count = [PageNumber.CURRENT, ' of ', PageNumber.TOTAL_PAGES];
  return {
    properties: { page: { size: { width, height }, margin: { top, right, bottom, left } } },
    headers: { default: new Header({ children: [new Paragraph({ style, children: textRuns(title) })] }) },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({
            style,
            tabStops: [{ type: TabStopType.RIGHT, position: textWidthTwips }],
            children: [new TextRun({ children: [`Journal head ${head || 'none'}`, new Tab(), 'Page ', ...count] })],
          }),
        ],
      }),
    },
  };
};
