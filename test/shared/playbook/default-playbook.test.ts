import { describe, expect, test } from 'vitest';
import { defaultPlaybook } from '../../../shared/playbook/default-playbook.ts';
import { findCadence, findChecklist } from '../../../shared/playbook/find-in-playbook.ts';
import { isPlaceholder, placeholders, placeholdersIn } from '../../../shared/playbook/placeholders.ts';
import { audienceIds, cadenceAudiences, situations } from '../../../shared/playbook/playbook.ts';

describe('checklists', () => {
  // Columns: ic, lead, team, deputy, scribe, comms.
  test.each([
    ['detect', [6, 4, 3, 3, 3, 3]],
    ['triage', [6, 5, 3, 3, 3, 3]],
    ['identify', [6, 6, 4, 3, 3, 3]],
    ['fix', [6, 6, 4, 3, 3, 3]],
    ['recover', [7, 6, 3, 3, 3, 3]],
    ['resolve', [6, 4, 4, 3, 3, 3]],
    ['between', [4, 3, 3, 3, 3, 3]],
    ['disaster', [9, 6, 0, 0, 0, 0]],
  ] as const)('[PB1] %s holds every item of each role', (phase, counts) => {
    const roles = ['ic', 'lead', 'team', 'deputy', 'scribe', 'comms'];
    expect(roles.map((role) => findChecklist(defaultPlaybook, role, phase).length)).toEqual(counts);
  });

  test('[PB1] ids name role, phase and place', () => {
    const textById = new Map(defaultPlaybook.checklists.map((item) => [item.id, item.text]));
    expect(textById.size).toBe(defaultPlaybook.checklists.length);
    expect(textById.get('ic.detect.1')).toBe('Say you have command');
    expect(textById.get('lead.identify.6')).toBe('Say when identified, with evidence');
    expect(textById.get('ic.recover.7')).toBe('Hand over clean-up');
    expect(textById.get('scribe.between.2')).toBe('Refresh templates');
  });
});

describe('cadence', () => {
  test('[PB2] the table of severities and audiences', () => {
    const toCell = (severity: string) => (audience: (typeof cadenceAudiences)[number]) => {
      const cadence = findCadence(defaultPlaybook, severity, audience);
      if (cadence.kind !== 'interval') return cadence.kind;
      const cell = `${cadence.firstMinutes}/${cadence.everyMinutes}`;
      return cadence.onlyIfVisible ? `${cell} if visible` : cell;
    };
    const rows = defaultPlaybook.severities.map(({ id }) => [id, ...cadenceAudiences.map(toCell(id))]);
    expect(rows).toEqual([
      ['SEV1', '5/15', '15/30', '10/30', '10/20'],
      ['SEV2', '10/20', '30/60', '15/30', '15/30'],
      ['SEV3', '15/60', 'on-change', '30/120', '30/120 if visible'],
      ['SEV4', 'on-change', 'none', 'on-change', 'none'],
      ['SEV5', 'none', 'none', 'none', 'none'],
    ]);
  });

  test('[PB2] the severities in words', () => {
    expect(defaultPlaybook.severities.map(({ id, name, rank }) => `${id} ${name} ${rank}`)).toEqual([
      'SEV1 critical 1',
      'SEV2 major 2',
      'SEV3 significant 3',
      'SEV4 minor 4',
      'SEV5 watch 5',
    ]);
  });
});

describe('templates and phrases', () => {
  const texts = [
    ...defaultPlaybook.templates.map(({ text }) => text),
    ...defaultPlaybook.phrases.map(({ text }) => text),
    defaultPlaybook.nextUpdateLine,
  ];

  test('[PB3] every placeholder in a text is a known one', () => {
    const used = texts.flatMap(placeholdersIn);
    expect(used.length).toBeGreaterThan(100);
    expect(used.filter((name) => !isPlaceholder(name))).toEqual([]);
  });

  test('[PB3] every known placeholder is used, but for inner values and settings', () => {
    const used = new Set(texts.flatMap(placeholdersIn));
    expect(placeholders.filter((name) => !used.has(name))).toEqual(['impactedTime', 'ms']);
  });

  test('[PB3] braces are never left open or single', () => {
    for (const text of texts) expect(text.replace(/\{\{\w+\}\}/g, '')).not.toMatch(/[{}]/);
  });

  test('[PB4] each audience has a text for each situation it hears of', () => {
    const situationsOf = (wanted: string) =>
      situations.filter((situation) =>
        defaultPlaybook.templates.some((t) => t.audience === wanted && t.situation === situation),
      );
    const common = ['detected', 'triaged', 'identified', 'fixed', 'recovered', 'resolved', 'no-change', 'decision'];
    const everyone = [...common, 'relapse', 'false-alarm', 'correction'];
    expect(situationsOf('chat')).toEqual(['follows-earlier', ...everyone, 'disaster-block']);
    expect(situationsOf('exec')).toEqual([...everyone, 'disaster-block']);
    expect(situationsOf('support')).toEqual(everyone);
    expect(situationsOf('public')).toEqual(everyone);
    expect(situationsOf('regulator')).toEqual([
      'correction',
      'regulator-early',
      'regulator-notification',
      'regulator-final',
    ]);
  });

  test('[PB4] public words follow the milestones, and no other audience has one', () => {
    const words = defaultPlaybook.templates.flatMap(({ audience, situation, publicWord }) =>
      publicWord ? [`${audience} ${situation} ${publicWord}`] : [],
    );
    expect(words).toEqual([
      'public detected Investigating',
      'public triaged Investigating',
      'public identified Identified',
      'public fixed Monitoring',
      'public recovered Resolved',
      'public relapse Investigating',
      'public false-alarm Resolved',
    ]);
  });

  test('[PB4] no public text names a person', () => {
    const named = ['ic', 'rl', 'executor', 'pirOwner', 'responders'];
    const publicTexts = defaultPlaybook.templates.filter(({ audience }) => audience === 'public');
    expect(publicTexts).toHaveLength(11);
    expect(publicTexts.flatMap(({ text }) => placeholdersIn(text)).filter((name) => named.includes(name))).toEqual([]);
  });
});

describe('the rest', () => {
  test('[PB10] the time-boxes and limits that an organisation starts with', () => {
    const { settings } = defaultPlaybook;
    expect([settings.ackMinutes, settings.commandMinutes]).toEqual([5, 10]);
    expect(settings.triageMinutes).toEqual({ SEV1: 10, SEV2: 10, SEV3: 30 });
    expect([settings.identifyCheckMinutes, settings.fixCheckMinutes]).toEqual([30, 60]);
    expect(settings.watchMinutes).toEqual({ SEV1: 30, SEV2: 30, SEV3: 15, SEV4: 15 });
    expect([settings.drillWatchMinutes, settings.relapseHours, settings.milestoneUpdateMinutes]).toEqual([5, 24, 10]);
    expect([settings.longIncidentHours, settings.longIncidentFactor, settings.soonMinutes]).toEqual([2, 2, 5]);
    expect(settings.escalate).toEqual({ l2: { minMinutes: 5, percent: 25 }, l3: { percent: 100 } });
    expect([settings.handoffHours, settings.handoffBriefMinutes, settings.idleReleaseMinutes]).toEqual([4, 30, 30]);
    expect([settings.spanLimit, settings.backdateFlagMinutes, settings.gapMinutes]).toEqual([8, 5, 30]);
    expect(Object.entries(settings.pirDue).map(([id, due]) => `${id} ${due.days} ${due.calendar}`)).toEqual([
      'SEV1 3 wall',
      'SEV2 5 business',
      'SEV3 10 business',
    ]);
    expect(settings.priorityActionWeeks).toEqual({ P0: 4, P1: 8 });
    expect([settings.publicMaxChars, settings.smallSample, settings.resolveClock]).toEqual([600, 30, 'wall']);
  });

  test('[PB5] starts without people, services or regulator clocks', () => {
    expect(defaultPlaybook.people).toEqual([]);
    expect(defaultPlaybook.services).toEqual([]);
    expect(defaultPlaybook.bridges).toEqual([]);
    expect(defaultPlaybook.regulators).toHaveLength(8);
    expect(defaultPlaybook.regulators.filter(({ enabled }) => enabled)).toEqual([]);
  });

  test('[PB5] audiences as on screen', () => {
    expect(defaultPlaybook.audiences.map(({ id }) => id)).toEqual(audienceIds);
    expect(defaultPlaybook.audiences.map(({ name }) => name).join(' ')).toBe(
      'Responders Executives Support Public Regulators',
    );
  });

  test('[PB6] the factor taxonomy is whole, and every kind has words of its own', () => {
    expect(defaultPlaybook.factors).toHaveLength(43);
    expect(new Set(defaultPlaybook.factors.map(({ words }) => words)).size).toBe(43);
    const ids = new Set(defaultPlaybook.factors.map(({ id }) => id));
    const orphans = [...ids].filter((id) => id.split('.').length === 3 && !ids.has(id.replace(/\.[^.]+$/, '')));
    expect(orphans).toEqual([]);
  });
});
