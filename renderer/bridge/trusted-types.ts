// React Aria's announcer empties its live region with `innerHTML = ''`. Everything else that would turn text into
// markup is refused by the browser.
window.trustedTypes.createPolicy('default', { createHTML: (text) => (text === '' ? '' : null) });
