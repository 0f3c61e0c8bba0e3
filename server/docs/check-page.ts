import type { Check, Example } from '../checks/check'

/** The documentation page of a check, in Markdown. */
export function checkPage(check: Check<never, never> | Check<unknown, unknown>): string {
  const kinds = Object.entries(check.kinds).map(
    ([kind, { severity, summary }]) => `| \`${kind}\` | ${severity} | ${summary} |`,
  )
  const held = check.examples.filter(({ limit }) => !limit)
  const limits = check.examples.filter(({ limit }) => limit)
  return `${[
    `# ${check.title} (\`${check.id}\`)`,
    check.summary,
    '## Why is this bad?',
    check.why,
    '## Kinds',
    ['| Kind | Severity | What it is |', '| --- | --- | --- |', ...kinds].join('\n'),
    '## What it does, and what it leaves alone',
    check.notes.map((note) => `- ${note}`).join('\n'),
    '## Examples',
    'Findings stand between ⟦ and ⟧, with their kind behind.',
    ...held.map(exampleText),
    ...(limits.length ? ['## Known limits', ...limits.map(exampleText)] : []),
  ].join('\n\n')}\n`
}

function exampleText(example: Example): string {
  const head = `### ${example.title}`
  const date = example.date ? [`The draft's date is ${example.date}.`] : []
  const limit = example.limit ? [example.limit] : []
  const fixed = example.fixed ? [`After *${example.fixed.title}*:`, fenced(example.fixed.draft)] : []
  return [head, ...limit, ...date, fenced(example.draft), ...fixed].join('\n\n')
}

const fenced = (text: string): string => `\`\`\`\`text\n${text.trimEnd()}\n\`\`\`\``
