/** Pages of the codes under which Stet speaks of itself. */
export const OWN_PAGES: Readonly<Record<string, string>> = {
  'stet-mark': `# A mark that lets nothing stand (\`stet-mark\`)

\`<!-- stet -->\` at the end of a line lets the findings of that line stand; alone on its line, those of the next
paragraph. \`<!-- stet-begin -->\` … \`<!-- stet-end -->\` covers what stands between, \`<!-- stet-file -->\` the whole
draft. Each may name checks: \`<!-- stet vague-time -->\`.

A mark that covers no finding any more is shown as a hint, so that it can go before it hides a new one.
`,
  'stet-config': `# A project file that says something wrong (\`stet-config\`)

A value in \`stet.json\` that can't be used is shown at its place, and the rest of the file holds. What can be said there
is listed in [the configuration page](../configuration.md).
`,
  'stet-limit': `# More findings than are shown (\`stet-limit\`)

An editor is given at most 1000 entries a draft. Of more findings it is given the 999 gravest, and a notice of how many are
left out. The whole draft is checked all the same, and fixes for the whole draft cover all findings.
`,
}
