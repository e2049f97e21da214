/**
 * Names of the packages whose code stands inside a file of another one: the bundler that put it there left a line such
 * as `// node_modules/fflate/esm/browser.js`.
 */
export function carriedPackages(code: string): string[] {
  const lines = code.matchAll(/^\/\/(?:#region)? ?(?:[^\s]*\/)?node_modules\/((?:@[^/\s]+\/)?[^/\s]+)\//gm);
  return [...new Set([...lines].map((match) => match[1] ?? ''))];
}

/** Comments that name a licence and an owner, which a smaller bundle loses: as plain text, each once. */
export function licenceNotices(code: string): string[] {
  const comments = code.match(/\/\*(?:[^*]|\*(?!\/))*\*\//g) ?? [];
  const notices = comments.filter((comment) => /@licen[cs]e/i.test(comment) && /copyright/i.test(comment));
  return [...new Set(notices.map(toText))];
}

function toText(comment: string): string {
  return comment
    .slice(2, -2)
    .split('\n')
    .map((line) => line.replace(/^[\s*!]+/, '').trimEnd())
    .join('\n')
    .trim();
}
