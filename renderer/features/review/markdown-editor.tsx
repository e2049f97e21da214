import { defaultKeymap, history, historyKeymap } from '@codemirror/commands';
import { markdown, markdownKeymap } from '@codemirror/lang-markdown';
import { Annotation, EditorState, StateEffect, StateField } from '@codemirror/state';
import {
  Decoration,
  type DecorationSet,
  EditorView,
  highlightActiveLineGutter,
  keymap,
  lineNumbers,
  MatchDecorator,
  placeholder,
  ViewPlugin,
  type ViewUpdate,
} from '@codemirror/view';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type { BlameHint } from '../../../shared/review/blame-words.ts';
import styles from './editor.module.css';
import { focusNextEditor, setLiveEditor } from './live-editor.ts';
import { type MarkdownEdit, toggleBold } from './markdown-edits.ts';

interface MarkdownEditorProps {
  /** Accessible name. */
  readonly label: string;
  readonly value: string;
  readonly hint: string;
  /** Underlined with a wave. */
  readonly blame: readonly BlameHint[];
  readonly isReadOnly: boolean;
  readonly onChange: (text: string) => void;
  readonly onBlur: () => void;
}

type Edit = (text: string, from: number, to: number) => MarkdownEdit;

/** Markdown as text with a little look: headings, bold and references to entries stand out. Mount one per section. */
export const MarkdownEditor = ({ label, value, hint, blame, isReadOnly, onChange, onBlur }: MarkdownEditorProps) => {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const told = useRef({ onChange, onBlur });
  const text = value.replaceAll(/\r\n?/g, '\n');
  const first = useRef({ text, label, hint, isReadOnly });

  useLayoutEffect(() => {
    told.current = { onChange, onBlur };
  });
  useEffect(() => {
    if (!place.current) return undefined;
    const editor = new EditorView({
      parent: place.current,
      state: EditorState.create({ doc: first.current.text, extensions: extensionsOf(first.current, told) }),
    });
    view.current = editor;
    const takeAway = setLiveEditor({ focus: () => editor.focus(), apply: (edit) => applyEdit(editor, edit) });
    return () => {
      // Only an editor that makes room for the next one still has it; a screen that is left has lost it already.
      if (editor.hasFocus) focusNextEditor();
      takeAway();
      view.current = null;
      editor.destroy();
    };
  }, []);
  // Before the next key can arrive: a later effect would put an older text over a newer one.
  useLayoutEffect(() => {
    const editor = view.current;
    if (!editor || editor.state.doc.toString() === text) return;
    editor.dispatch({
      changes: { from: 0, to: editor.state.doc.length, insert: text },
      annotations: fromOutside.of(true),
    });
  }, [text]);
  useEffect(() => {
    view.current?.dispatch({ effects: setBlame.of(blame) });
  }, [blame]);

  return <div className={styles.code} ref={place} />;
};

const fromOutside = Annotation.define<boolean>();
const setBlame = StateEffect.define<readonly BlameHint[]>();
const blameMark = Decoration.mark({ class: 'blame' });

const blameField = StateField.define<DecorationSet>({
  create: () => Decoration.none,
  update: (marks, { changes, effects, newDoc }) => {
    const set = effects.findLast((effect) => effect.is(setBlame));
    if (!set) return marks.map(changes);
    const inside = (set.value as readonly BlameHint[]).filter(({ to }) => to <= newDoc.length);
    return Decoration.set(inside.map(({ from, to }) => blameMark.range(from, to)));
  },
  provide: (field) => EditorView.decorations.from(field),
});

const looks = new MatchDecorator({
  regexp: /^#{1,6} .*$|\*\*[^*\n]+\*\*|\[\[entry [^\][\s]{1,80}\]\]/gm,
  decoration: ([found]) => Decoration.mark({ class: found.startsWith('[[') ? 'reference' : 'strong' }),
});

class Looks {
  marks: DecorationSet;
  constructor(view: EditorView) {
    this.marks = looks.createDeco(view);
  }
  update(update: ViewUpdate) {
    this.marks = looks.updateDeco(update, this.marks);
  }
}
const looksPlugin = ViewPlugin.fromClass(Looks, { decorations: ({ marks }) => marks });

// Alt with an arrow turns to the next section and Ctrl Enter is the primary button everywhere.
const ownKeys = defaultKeymap.filter(({ key }) => !key?.includes('Alt-') && key !== 'Mod-Enter');

interface First {
  readonly label: string;
  readonly hint: string;
  readonly isReadOnly: boolean;
}

const extensionsOf = (
  { label, hint, isReadOnly }: First,
  told: { readonly current: Pick<MarkdownEditorProps, 'onChange' | 'onBlur'> },
) => [
  EditorView.cspNonce.of(styleNonce()),
  history(),
  lineNumbers(),
  highlightActiveLineGutter(),
  EditorView.lineWrapping,
  EditorState.readOnly.of(isReadOnly),
  EditorView.contentAttributes.of({ 'aria-label': label, 'aria-readonly': String(isReadOnly) }),
  placeholder(hint),
  markdown(),
  keymap.of([
    { key: 'Mod-b', run: (editor) => applyEdit(editor, toggleBold) },
    ...markdownKeymap,
    ...ownKeys,
    ...historyKeymap,
  ]),
  blameField,
  looksPlugin,
  EditorView.updateListener.of(({ docChanged, transactions, state }) => {
    const isOwn = docChanged && !transactions.some((transaction) => transaction.annotation(fromOutside));
    if (isOwn) told.current.onChange(state.doc.toString());
  }),
  EditorView.domEventHandlers({ blur: () => told.current.onBlur() }),
  theme,
];

const applyEdit = (editor: EditorView, edit: Edit): boolean => {
  if (editor.state.readOnly) return false;
  const { from, to } = editor.state.selection.main;
  const change = edit(editor.state.doc.toString(), from, to);
  editor.dispatch({
    changes: { from: change.from, to: change.to, insert: change.insert },
    selection: { anchor: change.anchor, head: change.head },
    scrollIntoView: true,
    userEvent: 'input',
  });
  editor.focus();
  return true;
};

/** Styles made while running are let in by the nonce of this load. */
const styleNonce = (): string => document.querySelector<HTMLElement>('meta[property="csp-nonce"]')?.nonce ?? '';

const theme = EditorView.theme({
  '&': { color: 'var(--text)', backgroundColor: 'transparent', fontSize: 'var(--t-13)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    fontFamily: 'var(--mono)',
    fontVariantLigatures: 'none',
    letterSpacing: '-0.02em',
    lineHeight: '1.25rem',
    minHeight: '11rem',
    maxHeight: '22rem',
  },
  '.cm-content': { padding: 'var(--s2) 0', caretColor: 'var(--text)' },
  '.cm-line': { padding: '0 var(--s3) 0 0' },
  '.cm-gutters': { border: '0', color: 'var(--text-3)', backgroundColor: 'transparent', fontSize: 'var(--t-11)' },
  '.cm-lineNumbers .cm-gutterElement': { minWidth: '2.25rem', padding: '0 var(--s3) 0 0' },
  '.cm-activeLineGutter': { color: 'var(--text)', fontWeight: '700', backgroundColor: 'transparent' },
  '.cm-placeholder': { color: 'var(--text-3)' },
  '.strong': { fontWeight: '700' },
  '.reference': { color: 'var(--accent)' },
  '.blame': {
    textDecoration: 'underline wavy 1.5px var(--warn)',
    textUnderlineOffset: '3px',
    backgroundColor: 'var(--warn-bg)',
  },
});
