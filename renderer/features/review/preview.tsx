import { memo, useMemo } from 'react';
import Markdown, { type Components } from 'react-markdown';
import remarkGfm from 'remark-gfm';
import { chartToSvg } from '../../../shared/review/phase-chart-svg.ts';
import { pir } from '../../../shared/review/pir.ts';
import type { ReviewSource } from '../../../shared/review/review-source.ts';
import { classNames } from '../../ui/class-names.ts';
import { asBeingWritten } from './being-written.ts';
import { useWriting } from './live-writing.ts';
import styles from './preview.module.css';
import { chartAddress, type PreviewPart, previewParts } from './preview-parts.ts';
import { useReviewView } from './review-view.ts';
import { usePaused } from './use-paused.ts';
import { useShownSection } from './use-shown-section.ts';

const typingPauseMs = 250;

/** The whole document as it will be exported, with the words of this moment; nothing in it runs or leads anywhere. */
export const Preview = ({ source }: { readonly source: ReviewSource }) => {
  const section = useReviewView((view) => view.section);
  const writing = usePaused(
    useWriting((state) => state),
    typingPauseMs,
  );
  const document = useMemo(() => pir(asBeingWritten(source, writing)), [source, writing]);
  const parts = useMemo(() => previewParts(document), [document]);
  const chart = useMemo(
    () => (document.chart ? `data:image/svg+xml;charset=utf-8,${encodeURIComponent(chartToSvg(document.chart))}` : ''),
    [document],
  );
  const components = useMemo(() => inertComponents(chart, document.chart?.description ?? ''), [chart, document]);
  const paper = useShownSection(section);
  return (
    <section aria-label="Document preview" className={styles.preview} data-region="" tabIndex={-1}>
      <header className={styles.head}>
        <span className="dim2 t12">Preview, internal edition.</span>
      </header>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling box must be reachable with the keyboard */}
      <article aria-label="Review document" className={styles.paper} ref={paper} tabIndex={0}>
        <h2 className={styles.title}>{document.title}</h2>
        <p className={styles.meta}>{document.subtitle}</p>
        {parts.map((part) => (
          <Part components={components} isCurrent={part.id === section} key={part.id} part={part} />
        ))}
      </article>
    </section>
  );
};

interface PartProps {
  readonly part: PreviewPart;
  readonly isCurrent: boolean;
  readonly components: Components;
}

const Part = memo(
  ({ part, isCurrent, components }: PartProps) => (
    <section
      aria-label={`${part.number} ${part.title}`}
      className={classNames(styles.part, isCurrent && styles.here)}
      data-section={part.id}
    >
      <h3 className={styles.heading}>
        {part.number} {part.title}
      </h3>
      <Markdown components={components} remarkPlugins={plugins} skipHtml>
        {part.markdown}
      </Markdown>
      {part.leftOut > 0 ? <p className={styles.meta}>{part.leftOut} more lines stand in the export.</p> : null}
    </section>
  ),
  (before, after) =>
    before.part.markdown === after.part.markdown &&
    before.part.leftOut === after.part.leftOut &&
    before.isCurrent === after.isCurrent &&
    before.components === after.components,
);
Part.displayName = 'Part';

const plugins = [remarkGfm];

/** Links are text with their address; the only picture is our own chart. */
const inertComponents = (chart: string, description: string): Components => ({
  a: ({ children, href }) => (
    <span className={styles.link}>
      {children}
      {href === undefined || children === href ? null : <span className={styles.address}> ({href})</span>}
    </span>
  ),
  img: ({ src, alt }) =>
    src === chartAddress && chart !== '' ? (
      <img alt={description} className={styles.chart} src={chart} />
    ) : (
      <span className={styles.link}>
        image: {alt} ({src})
      </span>
    ),
  h3: ({ children }) => <h4>{children}</h4>,
  h4: ({ children }) => <h5>{children}</h5>,
  h5: ({ children }) => <h6>{children}</h6>,
  table: ({ children }) => (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a wide table scrolls, and keys must be able to scroll it
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields
    <div aria-label="Table" className={styles.table} role="group" tabIndex={0}>
      <table>{children}</table>
    </div>
  ),
});
