/** Text as people all over the world type it: astral, combining, right to left, bidirectional marks, lone surrogates. */
export const manyScripts: readonly string[] = [
  'errors at 12 % on checkout, "quoted" \\ and a\ttab',
  'Zoë and Žaneta look; ﬁ ligature, ß, Ǆ, İ',
  'e\u0301 and n\u0303 and a\u0308\u0323 are combining, é is not',
  'الخدمة متوقفة منذ 09:00 و نبحث عن السبب',
  'השירות נפל, ראו https://status.example.test/7 כעת',
  'mixed \u202babc אבג\u202c 123 \u200fx\u200e y',
  '決済が失敗しています。原因は不明です。',
  '결제 오류가 늘고 있습니다 — 38 %',
  'भुगतान विफल हो रहा है, க்ஷ, ཀྲ',
  'astral: 𝄞 𠜎 𝔘𝔫𝔦 😀 👩🏽‍🚒 🏴󠁧󠁢󠁳󠁣󠁴󠁿',
  'lone \ud83d surrogate and \udc00 another',
  'separators \u2028 and \u2029 and \u0085 and nul \u0000 end',
  'noncharacters \ufffe \uffff and the mark \ufeff inside',
];
