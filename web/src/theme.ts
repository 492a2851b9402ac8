import {
  createTheme,
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

/** Greys with a trace of the green, for both schemes. */
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
  colors: { verdigris, rust, dark },
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
});

/** Under the same key `public/theme.js` reads it before the first paint. */
export const colorSchemeManager = localStorageColorSchemeManager({
  key: 'likeness-color-scheme',
});
