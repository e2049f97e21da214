// Written by build/font-coverage.ts from the bundled font files; "npm run fonts" renews it when they change.

/** A font file of the package that holds it, and the characters for which a page asks it. */
export interface FontFace {
  readonly family: string;
  readonly folder: string;
  readonly file: string;
  readonly weight: string;
  readonly unicodeRange: string;
}

export const bundledFonts: readonly FontFace[] = [
  {
    family: 'Inter Variable',
    folder: 'inter',
    file: 'inter-cyrillic-ext-wght-normal.woff2',
    weight: '100 900',
    unicodeRange: 'U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F',
  },
  {
    family: 'Inter Variable',
    folder: 'inter',
    file: 'inter-cyrillic-wght-normal.woff2',
    weight: '100 900',
    unicodeRange: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
  },
  {
    family: 'Inter Variable',
    folder: 'inter',
    file: 'inter-greek-ext-wght-normal.woff2',
    weight: '100 900',
    unicodeRange: 'U+1F00-1FFF',
  },
  {
    family: 'Inter Variable',
    folder: 'inter',
    file: 'inter-greek-wght-normal.woff2',
    weight: '100 900',
    unicodeRange: 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF',
  },
  {
    family: 'Inter Variable',
    folder: 'inter',
    file: 'inter-vietnamese-wght-normal.woff2',
    weight: '100 900',
    unicodeRange:
      'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
  },
  {
    family: 'Inter Variable',
    folder: 'inter',
    file: 'inter-latin-ext-wght-normal.woff2',
    weight: '100 900',
    unicodeRange:
      'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  },
  {
    family: 'Inter Variable',
    folder: 'inter',
    file: 'inter-latin-wght-normal.woff2',
    weight: '100 900',
    unicodeRange:
      'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  },
  {
    family: 'JetBrains Mono Variable',
    folder: 'jetbrains-mono',
    file: 'jetbrains-mono-cyrillic-ext-wght-normal.woff2',
    weight: '100 800',
    unicodeRange: 'U+0460-052F,U+1C80-1C8A,U+20B4,U+2DE0-2DFF,U+A640-A69F,U+FE2E-FE2F',
  },
  {
    family: 'JetBrains Mono Variable',
    folder: 'jetbrains-mono',
    file: 'jetbrains-mono-cyrillic-wght-normal.woff2',
    weight: '100 800',
    unicodeRange: 'U+0301,U+0400-045F,U+0490-0491,U+04B0-04B1,U+2116',
  },
  {
    family: 'JetBrains Mono Variable',
    folder: 'jetbrains-mono',
    file: 'jetbrains-mono-greek-wght-normal.woff2',
    weight: '100 800',
    unicodeRange: 'U+0370-0377,U+037A-037F,U+0384-038A,U+038C,U+038E-03A1,U+03A3-03FF',
  },
  {
    family: 'JetBrains Mono Variable',
    folder: 'jetbrains-mono',
    file: 'jetbrains-mono-vietnamese-wght-normal.woff2',
    weight: '100 800',
    unicodeRange:
      'U+0102-0103,U+0110-0111,U+0128-0129,U+0168-0169,U+01A0-01A1,U+01AF-01B0,U+0300-0301,U+0303-0304,U+0308-0309,U+0323,U+0329,U+1EA0-1EF9,U+20AB',
  },
  {
    family: 'JetBrains Mono Variable',
    folder: 'jetbrains-mono',
    file: 'jetbrains-mono-latin-ext-wght-normal.woff2',
    weight: '100 800',
    unicodeRange:
      'U+0100-02BA,U+02BD-02C5,U+02C7-02CC,U+02CE-02D7,U+02DD-02FF,U+0304,U+0308,U+0329,U+1D00-1DBF,U+1E00-1E9F,U+1EF2-1EFF,U+2020,U+20A0-20AB,U+20AD-20C0,U+2113,U+2C60-2C7F,U+A720-A7FF',
  },
  {
    family: 'JetBrains Mono Variable',
    folder: 'jetbrains-mono',
    file: 'jetbrains-mono-latin-wght-normal.woff2',
    weight: '100 800',
    unicodeRange:
      'U+0000-00FF,U+0131,U+0152-0153,U+02BB-02BC,U+02C6,U+02DA,U+02DC,U+0304,U+0308,U+0329,U+2000-206F,U+20AC,U+2122,U+2191,U+2193,U+2212,U+2215,U+FEFF,U+FFFD',
  },
];

/** Code points that at least one of them can draw, as hexadecimal ranges. */
export const bundledCoverage =
  '0 d 20-7e a0-1c3 1c5-254 256-27b 27e-284 286-290 292-2a4 2a6-2cc 2ce-2d7 2da 2dc-301 303-304 308-309 ' +
  '323 374-376 37a-37f 384-38a 38c 38e-3a1 3a3-3d7 3dc-3dd 3f0-3f6 3f9-3fa 3fc-479 480-49d 4a0-4ff 52f ' +
  '1d00 1d0d 1d1b 1d43 1d47-1d49 1d4d 1d4f-1d50 1d52 1d56-1d58 1d5b 1d62-1d65 1d9c 1da0 1dbb 1dbf ' +
  '1e00-1e9b 1e9d-1f15 1f18-1f1d 1f20-1f45 1f48-1f4d 1f50-1f57 1f59 1f5b 1f5d 1f5f-1f7d 1f80-1fb4 ' +
  '1fb6-1fc4 1fc6-1fd3 1fd6-1fdb 1fdd-1fef 1ff2-1ff4 1ff6-1ffe 2002 2009 200b 2013-2014 2018-201a ' +
  '201c-201e 2020 2022 2026 2032-2033 2039-203a 2044 20a0-20af 20b1-20b5 20b8-20ba 20bc-20bf 2113 2116 ' +
  '2122 2191 2193 2212 2215 2c7c 2c7f 2dff a69f a7ff feff';
