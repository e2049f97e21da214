import { expect, test } from 'vitest';
import { carriedPackages, licenceNotices } from '../../build/carried-code.ts';

test('what a bundled file carries of other packages is named once, whatever bundler put it there', () => {
  const code = [
    '// node_modules/fflate/esm/browser.js',
    'var a = 1;',
    '//#region node_modules/@scope/part/index.js',
    '// ../node_modules/nanoid/index.js',
    '// node_modules/nanoid/other.js',
    'var text = "// node_modules/not-this/x.js"; // see node_modules/nor-this/x.js',
  ].join('\n');
  expect(carriedPackages(code)).toEqual(['fflate', '@scope/part', 'nanoid']);
});

test('a licence in a comment is kept as text, other comments are not', () => {
  const notice = '/**\n * @license MIT\n * Copyright Somebody\n *\n * Permission ** is granted\n */';
  expect(licenceNotices(`/* copyright */ ${notice}\nvar a = 1; /*! @license */\n${notice}`)).toEqual([
    '@license MIT\nCopyright Somebody\n\nPermission ** is granted',
  ]);
});
