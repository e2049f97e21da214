import { Component, type ReactNode } from 'react';
import { reasonOf } from '../../shared/kernel/reason-of.ts';
import { Button } from '../ui/button.tsx';
import { Notice } from '../ui/notice.tsx';

interface ScreenGuardProps {
  readonly children: ReactNode;
  /** Of what is inside: another screen or dialog is drawn at once, whatever became of the one before. */
  readonly name: string;
  /** Given for what can go away instead of being drawn again; nothing is shown in its place. */
  readonly onFailed?: (bug: unknown) => void;
}

interface ScreenGuardState {
  /** `name` is missing until React has said where it was. */
  readonly failure: { readonly bug: unknown; readonly name?: string } | undefined;
}

/** Keeps a mistake while drawing from emptying the window. React offers no hook for this, hence the class. */
export class ScreenGuard extends Component<ScreenGuardProps, ScreenGuardState> {
  override state: ScreenGuardState = { failure: undefined };

  static getDerivedStateFromError(bug: unknown): ScreenGuardState {
    return { failure: { bug } };
  }

  override componentDidCatch(bug: unknown): void {
    const { name, onFailed } = this.props;
    this.setState({ failure: { bug, name } });
    onFailed?.(bug);
  }

  override render(): ReactNode {
    const { children, name, onFailed } = this.props;
    const { failure } = this.state;
    if (!failure || (failure.name ?? name) !== name) return children;
    if (onFailed) return null;
    const words = reasonOf(failure.bug);
    return (
      <Notice
        action={<Button onPress={() => this.setState({ failure: undefined })}>Show it again</Button>}
        tone="error"
      >
        This screen could not be drawn ({words}). The record is not affected, and what you typed is kept.
      </Notice>
    );
  }
}
