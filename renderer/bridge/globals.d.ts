// No top-level import here: it would make this a module, and the names below would no longer be global.

interface Window {
  readonly bridge: import('../../shared/ipc/contract.ts').Bridge;
  /** Missing in the DOM library of TypeScript. */
  readonly trustedTypes: {
    createPolicy(name: string, rules: { createHTML(text: string): string | null }): unknown;
  };
}

// Style sheets for their effect alone.
declare module '*.css';

declare module '*.module.css' {
  const classes: Readonly<Record<string, string>>;
  export default classes;
}
