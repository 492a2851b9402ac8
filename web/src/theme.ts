import {
  createTheme,
  type CSSVariablesResolver,
  localStorageColorSchemeManager,
  type MantineColorsTuple,
} from '@mantine/core';

/** The green of weathered copper: what is synthetic, and what can be pressed. */
const verdigris: MantineColorsTuple = [
  '#e8f6f1',
  '#d0ebe2',
  '#a3d8c8',
  '#71c4ac',
  '#45b195',
  '#25997d',
  '#117f67',
  '#0b6b57',
  '#085647',
  '#054236',
];

/** Rust: what failed, and how far apart two things are. */
const rust: MantineColorsTuple = [
  '#fbeee8',
  '#f4dacd',
  '#e9b39b',
  '#df8b68',
  '#d4683d',
  '#c0532a',
  '#a84520',
  '#8e3919',
  '#742e14',
  '#5a230f',
];

/** Greys with a trace of the green: light scheme, then dark. */
const gray: MantineColorsTuple = [
  '#f5f7f5',
  '#eaeeeb',
  '#dfe5e1',
  '#d5dcd7',
  '#c2ccc5',
  '#aeb9b2',
  '#7f8c85',
  '#54615a',
  '#333e38',
  '#1d2722',
];

const dark: MantineColorsTuple = [
  '#e2e9e5',
  '#c3cdc8',
  '#98a69f',
  '#6f7d76',
  '#3a4640',
  '#2a342f',
  '#1a221e',
  '#141b18',
  '#0f1513',
  '#0a0f0d',
];

export const theme = createTheme({
  colors: { verdigris, rust, gray, dark, red: rust },
  primaryColor: 'verdigris',
  primaryShade: { light: 7, dark: 6 },
  defaultRadius: 4,
  fontFamily: '"Source Sans 3 Variable", system-ui, -apple-system, "Segoe UI", sans-serif',
  fontFamilyMonospace: 'ui-monospace, "Cascadia Mono", "SF Mono", Menlo, Consolas, monospace',
  headings: {
    fontFamily: '"Source Serif 4 Variable", Georgia, "Times New Roman", serif',
    fontWeight: '600',
  },
  fontSizes: { xs: '0.8125rem', sm: '0.9375rem', md: '1rem', lg: '1.125rem', xl: '1.375rem' },
  respectReducedMotion: true,
  cursorType: 'pointer',
  components: {
    // Descriptions below the input, so that inputs beside one another stand in one line.
    InputWrapper: {
      defaultProps: { inputWrapperOrder: ['label', 'input', 'description', 'error'] },
    },
  },
});

/** Mantine's own colours follow those of the style sheet, in both schemes. */
export const cssVariables: CSSVariablesResolver = () => {
  const shared = {
    '--mantine-color-body': 'var(--ground)',
    '--mantine-color-text': 'var(--ink)',
    '--mantine-color-dimmed': 'var(--muted)',
    '--mantine-color-placeholder': 'var(--muted)',
    '--mantine-color-default': 'var(--surface)',
    '--mantine-color-default-color': 'var(--ink)',
    '--mantine-color-default-border': 'var(--line-strong)',
    '--mantine-color-default-hover': 'var(--sunken)',
    '--mantine-color-anchor': 'var(--accent)',
    '--mantine-color-error': 'var(--rust)',
  };
  return { variables: {}, light: shared, dark: shared };
};

/** Under the same key `public/theme.js` reads it before the first paint. */
export const colorSchemeManager = localStorageColorSchemeManager({
  key: 'likeness-color-scheme',
});
