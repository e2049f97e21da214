interface LiveRegionProps {
  /** What is said now; an empty string says nothing. */
  readonly message: string;
  /** Grows by one with each message, so that the same words twice are said twice. */
  readonly serial: number;
  readonly politeness?: 'polite' | 'assertive' | undefined;
}

/**
 * Says a sentence to assistive technology without moving focus. Mount it once, before the first message: a region
 * that appears together with its text is often not read. The data attribute makes React Aria leave it out when it
 * makes the page behind a dialog inert.
 */
export const LiveRegion = ({ message, serial, politeness = 'polite' }: LiveRegionProps) => {
  const isEven = serial % 2 === 0;
  return (
    <div className="sr" data-live-announcer="true">
      <div aria-atomic="true" aria-live={politeness}>
        {isEven ? message : ''}
      </div>
      <div aria-atomic="true" aria-live={politeness}>
        {isEven ? '' : message}
      </div>
    </div>
  );
};
