import type { Example } from '../check'

export const examples: readonly Example[] = [
  {
    title: 'A paragraph pasted twice',
    draft: `The ferry to Holm will run every hour from May, the harbour board decided.

Tickets stay at four euros, and children travel free.

⟦The ferry to Holm will run every hour from May, the harbour board decided.⟧{exact}
`,
    fixed: {
      title: 'Remove this copy',
      draft: `The ferry to Holm will run every hour from May, the harbour board decided.

Tickets stay at four euros, and children travel free.
`,
    },
  },
  {
    title: 'Typography makes no difference',
    draft: `"We looked at every bridge - all nine of them," said Ines Varga.
The work takes two summers, and the old crossing stays open meanwhile.
⟦“We looked at every bridge — all nine of them,” said Ines Varga.⟧{exact}
`,
  },
  {
    title: 'Two versions that differ in a number',
    draft: `Police arrested 41 people at the stadium gates after the match, most of them for throwing flares at the team bus.

The club said it would pay for the damage.

⟦Police arrested 43 people at the stadium gates after the match, most of them for throwing flares at the team bus.⟧{near}
`,
  },
  {
    title: 'A paragraph inside a longer one',
    draft: `The library will close for eleven weeks while the roof is made safe, and its books go to the old gymnasium across the square.

A reading room opens there too.

⟦The city has found the money at last. The library will close for eleven weeks while the roof is made safe, and its books go to the old gymnasium across the square. Staff were told at noon, and most of them will move along.⟧{contained}
`,
    fixed: {
      title: 'Remove the shorter one',
      draft: `A reading room opens there too.

The city has found the money at last. The library will close for eleven weeks while the roof is made safe, and its books go to the old gymnasium across the square. Staff were told at noon, and most of them will move along.
`,
    },
  },
  {
    title: 'Short lines and credits may repeat',
    draft: `Thank you very much.

Reporting by Ann Hale in Oslo; editing by Jo Marsh

The chairman wished everyone a safe way home and put out the lamp.

Thank you very much.

Reporting by Ann Hale in Oslo; editing by Jo Marsh
`,
  },
]
