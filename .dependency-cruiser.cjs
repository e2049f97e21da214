// Layers of the product. Each rule has a planted violation in test/fixtures/lint; a rule changes only together with a
// decision record.
const packages = (...names) => `(^|/)node_modules/(${names.join('|')})/`;
const basis = ['kernel', 'record', 'playbook'];
const layer = (name, folders, npm = ['zod']) => ({
  name: `shared-${name}`,
  comment: `shared/${name} may import ${folders.join(', ')} and of packages ${npm.join(', ')}.`,
  severity: 'error',
  from: { path: `^shared/${name}/` },
  to: { pathNot: [`^shared/(${[name, ...folders].join('|')})/`, packages(...npm)] },
});
const features = ['lifecycle', 'timeline', 'roles', 'updates', 'review', 'intake'];
const unified = ['unified', 'remark-[^/]+', 'rehype-[^/]+', '(@types/)?(mdast|hast|unist)[^/]*', 'vfile[^/]*'];

module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'shared-kernel',
      comment: 'The kernel stands on nothing.',
      severity: 'error',
      from: { path: '^shared/kernel/' },
      to: { pathNot: '^shared/kernel/' },
    },
    layer('record', ['kernel', 'playbook']),
    layer('playbook', ['kernel', 'record']),
    layer('lifecycle', basis),
    layer('timeline', basis),
    layer('roles', basis),
    layer('updates', [...basis, 'lifecycle', 'timeline', 'roles']),
    layer('intake', [...basis, 'timeline']),
    layer('review', [...basis, 'lifecycle', 'timeline', 'roles', 'updates'], ['zod', ...unified]),
    layer('incident', [...basis, ...features]),
    layer('ipc', [...basis, ...features, 'incident']),
    {
      name: 'shared-is-pure',
      severity: 'error',
      from: { path: '^shared/' },
      to: { path: '^(electron|renderer|test|build)/' },
    },
    { name: 'shared-has-no-runtime', severity: 'error', from: { path: '^shared/' }, to: { dependencyTypes: ['core'] } },
    {
      name: 'renderer-has-no-node',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'renderer-has-no-electron',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: ['^electron/', packages('electron')] },
    },
    {
      name: 'electron-has-no-screen',
      severity: 'error',
      from: { path: '^electron/' },
      to: { path: ['^renderer/', packages('react', 'react-dom', 'zustand')] },
    },
    {
      name: 'only-bridge-knows-ipc',
      severity: 'error',
      from: { path: '^renderer/', pathNot: '^renderer/bridge/' },
      to: { path: '^shared/ipc/' },
    },
    {
      name: 'features-are-islands',
      severity: 'error',
      from: { path: '^renderer/features/([^/]+)/' },
      to: { path: '^renderer/features/', pathNot: '^renderer/features/$1/' },
    },
    {
      name: 'ui-is-leaf',
      severity: 'error',
      from: { path: '^renderer/ui/' },
      to: { path: ['^renderer/(?!ui/)', '^shared/(?!kernel/)'] },
    },
    {
      name: 'only-entry-points-pick-adapters',
      severity: 'error',
      from: { path: '^electron/', pathNot: '^electron/(main[.]ts|cli/|library/)' },
      // The message types of the library process are a boundary, not an adapter (decision 0005).
      to: { path: '^electron/library/(?!protocol[.]ts)' },
    },
    {
      name: 'cli-runs-without-electron',
      severity: 'error',
      from: { path: '^electron/(cli|library)/' },
      to: { path: [packages('electron'), '^electron/(windows|preferences|ipc)/'] },
    },
    {
      name: 'preload-is-thin',
      severity: 'error',
      from: { path: '^electron/preload' },
      to: { pathNot: ['^shared/ipc/', packages('electron')] },
    },
    {
      name: 'product-never-imports-test-or-build',
      severity: 'error',
      from: { path: '^(shared|electron|renderer)/' },
      to: { path: '^(test|build)/' },
    },
    {
      name: 'build-is-tools',
      comment: 'What builds the product does not depend on it: it runs before the product compiles.',
      severity: 'error',
      from: { path: '^build/' },
      to: { path: '^(shared|electron|renderer|test)/' },
    },
  ],
  options: {
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^test/fixtures/' },
    enhancedResolveOptions: { extensions: ['.ts', '.tsx', '.d.ts', '.mjs', '.js'] },
  },
};
