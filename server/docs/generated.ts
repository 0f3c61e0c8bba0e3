import { toJsonSchema } from '@valibot/to-json-schema'
import { CHECKS } from '../checks/registry'
import { DEFINITION } from '../config/definition'
import { checkPage } from './check-page'
import { OWN_PAGES } from './own-pages'

type Schema = Record<string, unknown>

/** The schema of `stet.json`. */
export function projectFileSchema(): Schema {
  const schema = toJsonSchema(DEFINITION, { typeMode: 'input', errorMode: 'ignore' }) as Schema
  return {
    ...schema,
    $id: 'stet.schema.json',
    title: 'Stet project file',
    allowComments: true,
    allowTrailingCommas: true,
  }
}

/** The settings of VS Code: `stet.house` and so on. */
export function settings(): Schema {
  const { properties } = projectFileSchema() as { properties: Record<string, Schema> }
  const entries = Object.entries(properties)
    .filter(([key]) => key !== '$schema')
    .map(([key, { $schema: _, ...schema }]) => [
      `stet.${key}`,
      { ...schema, ...emptyDefault(schema), scope: 'resource' },
    ])
  return { title: 'Stet', properties: Object.fromEntries(entries) }
}

const emptyDefault = (schema: Schema): Schema =>
  'default' in schema || schema.type !== 'string' ? {} : { default: '' }

function configurationPage(): string {
  const { properties } = projectFileSchema() as { properties: Record<string, Schema> }
  const rows = Object.entries(properties)
    .filter(([key]) => key !== '$schema')
    .map(([key, { description, default: standard }]) => {
      const shown = standard === undefined ? '' : `\`${JSON.stringify(standard)}\``
      return `| \`${key}\` | ${shown} | ${description} |`
    })
  const checks = CHECKS.flatMap(({ id, kinds }) =>
    Object.entries(kinds).map(
      ([kind, { severity, summary }]) => `| \`${id}\` | \`${kind}\` | ${severity} | ${summary} |`,
    ),
  )
  return `${[
    '# Configuration',
    'The same things can be said in the settings of VS Code (`stet.house`, `stet.date`, …) and in a project file `stet.json` (JSON with comments), which goes before settings. The file nearest to the draft holds: from its own folder upwards.',
    ['| Key | Default | What it says |', '| --- | --- | --- |', ...rows].join('\n'),
    '## Severities',
    'In `checks`, each check has one severity for all its kinds, or one for each: `error`, `warning`, `information`, `hint` or `off`.',
    ['| Check | Kind | Default | What it is |', '| --- | --- | --- | --- |', ...checks].join('\n'),
    '## Example',
    '```jsonc\n{\n  "house": "ap",\n  // Nobody here minds "recently".\n  "checks": { "vague-time": { "fuzzy": "off" }, "duplicate-paragraph": "error" },\n  "ignore": ["archive/**"]\n}\n```',
  ].join('\n\n')}\n`
}

/** Every file that is made from the definitions in code, by its path in the package. */
export function generatedFiles(): Readonly<Record<string, string>> {
  const pages = CHECKS.map((check) => [`docs/checks/${check.id}.md`, checkPage(check)])
  const own = Object.entries(OWN_PAGES).map(([id, page]) => [`docs/checks/${id}.md`, page])
  return {
    ...Object.fromEntries([...pages, ...own]),
    'docs/configuration.md': configurationPage(),
    'stet.schema.json': `${JSON.stringify(projectFileSchema(), null, 2)}\n`,
  }
}

/** `package.json` with the settings that it contributes. */
export function withSettings(manifest: string): string {
  const value = JSON.parse(manifest) as { contributes?: Record<string, unknown> }
  value.contributes = {
    ...value.contributes,
    configuration: settings(),
    jsonValidation: [{ fileMatch: 'stet.json', url: './stet.schema.json' }],
  }
  return `${JSON.stringify(value, null, 2)}\n`
}
