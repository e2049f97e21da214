import { Button } from '../../ui/button.tsx';
import styles from './review-screen.module.css';
import { showPreview, useReviewView } from './review-view.ts';

/** Only in a narrow window, where editor and preview share one place. */
export const PreviewButton = () => {
  const isPreviewing = useReviewView((view) => view.isPreviewing);
  return (
    <span className={styles.narrowOnly}>
      <Button isPressed={isPreviewing} keys="Alt V" onPress={() => showPreview(!isPreviewing)} size="small">
        Preview
      </Button>
    </span>
  );
};
