import type { EChartsCoreOption } from 'echarts/core';
import type { StrengthMap } from './associations';
import { gap, type Square } from './closeness';
import type { Chart } from './api/types';
import { binName, number, percent, score } from './format';

/** The colours of the current scheme, read from the style sheet. */
export interface Palette {
  ink: string;
  muted: string;
  line: string;
  surface: string;
  sunken: string;
  original: string;
  originalSoft: string;
  synthetic: string;
  rust: string;
}

export function palette(): Palette {
  const style = getComputedStyle(document.documentElement);
  const of = (name: string) => style.getPropertyValue(`--${name}`).trim();
  return {
    ink: of('ink'),
    muted: of('muted'),
    line: of('line'),
    surface: of('surface'),
    sunken: of('sunken'),
    original: of('original'),
    originalSoft: of('original-soft'),
    synthetic: of('synthetic'),
    rust: of('rust'),
  };
}

/** A gap of this size or more has the full colour of the heat map. */
export const WORST_GAP = 0.2;

/** Bars that a small chart has room for. */
const BARS = 9;

const FONT = '"Source Sans 3 Variable", system-ui, sans-serif';

/** Text for a tooltip, which ECharts takes as HTML: names and labels come from the file. */
export function escape(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

export const cut = (text: string, most: number): string =>
  text.length > most ? `${text.slice(0, most - 1)}…` : text;

function tooltip(colors: Palette) {
  return {
    backgroundColor: colors.surface,
    borderColor: colors.line,
    padding: [6, 10],
    confine: true,
    textStyle: { color: colors.ink, fontFamily: FONT, fontSize: 13, fontWeight: 'normal' as const },
    extraCssText: 'box-shadow: 0 2px 8px rgb(0 0 0 / 12%); max-width: 18rem; white-space: normal;',
  };
}

function lines(title: string, original: number, synthetic: number): string {
  return `${escape(title)}<br>Original <b>${percent(original)}</b><br>Synthetic <b>${percent(synthetic)}</b>`;
}

type Histogram = Extract<Chart, { kind: 'histogram' }>;
type Categories = Extract<Chart, { kind: 'categories' }>;

/** Bars of unequal width must show density, or a wide bar looks like many rows. */
export function heights(shares: number[], edges: number[]): number[] {
  const widths = shares.map((_, i) => (edges[i + 1] ?? 0) - (edges[i] ?? 0));
  const total = widths.reduce((sum, width) => sum + width, 0);
  const even = widths.every((width) => Math.abs(width * widths.length - total) < 0.01 * total);
  if (even || total <= 0) {
    return shares;
  }
  return shares.map((share, i) => {
    const width = widths[i] ?? 0;
    return width > 0 ? (share * total) / (width * shares.length) : 0;
  });
}

/** Two stepped outlines over one another: the original filled, the synthetic one drawn. */
export function histogramOption(
  chart: Histogram,
  written: (edge: number) => string,
  colors: Palette,
): EChartsCoreOption {
  const edges = chart.edges;
  const steps = (shares: number[]) => {
    const tall = heights(shares, edges);
    return edges.map((edge, i) => [edge, tall[Math.min(i, tall.length - 1)] ?? 0]);
  };
  const first = edges[0] ?? 0;
  const last = edges.at(-1) ?? 1;
  const moments = chart.unit === 'epoch_millis';
  return {
    animation: false,
    grid: { left: 4, right: 8, top: 6, bottom: 24 },
    tooltip: {
      ...tooltip(colors),
      trigger: 'axis',
      axisPointer: { type: 'line', lineStyle: { color: colors.muted, type: 'solid', width: 1 } },
      formatter: (points: { dataIndex: number }[]) => {
        const i = Math.min(points[0]?.dataIndex ?? 0, chart.real.length - 1);
        return lines(
          binName(edges[i], edges[i + 1], written),
          chart.real[i] ?? 0,
          chart.synthetic[i] ?? 0,
        );
      },
    },
    xAxis: {
      type: 'value',
      min: first,
      max: last,
      ...(moments ? { interval: last - first || 1 } : { splitNumber: 4 }),
      axisLabel: {
        color: colors.muted,
        showMinLabel: moments,
        showMaxLabel: moments,
        alignMinLabel: 'left',
        alignMaxLabel: 'right',
        hideOverlap: true,
        formatter: moments ? written : (value: number) => number(value),
      },
      axisLine: { show: true, lineStyle: { color: colors.line } },
      axisTick: { show: false },
      splitLine: { show: false },
    },
    yAxis: { type: 'value', show: false, min: 0, max: 'dataMax' },
    series: [
      {
        name: 'Original',
        type: 'line',
        step: 'end',
        symbol: 'none',
        data: steps(chart.real),
        lineStyle: { width: 0 },
        areaStyle: { color: colors.originalSoft, opacity: 1 },
        emphasis: { disabled: true },
      },
      {
        name: 'Synthetic',
        type: 'line',
        step: 'end',
        symbol: 'none',
        data: steps(chart.synthetic),
        lineStyle: { width: 2, color: colors.synthetic },
        areaStyle: { color: colors.synthetic, opacity: 0.14 },
        emphasis: { disabled: true },
      },
    ],
    textStyle: { fontFamily: FONT },
  };
}

/** The first labels as they are and the shares of all others in one; the table has them all. */
export function folded(chart: Categories, most: number): Categories {
  if (chart.labels.length <= most) {
    return chart;
  }
  const named = most - 1;
  const rest = (shares: number[]) => shares.slice(named).reduce((sum, share) => sum + share, 0);
  return {
    kind: 'categories',
    labels: [...chart.labels.slice(0, named), `${chart.labels.length - named} others`],
    real: [...chart.real.slice(0, named), rest(chart.real)],
    synthetic: [...chart.synthetic.slice(0, named), rest(chart.synthetic)],
  };
}

/** A wide bar for the original with a narrow one for the synthetic rows in it. */
export function categoriesOption(all: Categories, colors: Palette): EChartsCoreOption {
  const chart = folded(all, BARS);
  const axis = { type: 'category', inverse: true, data: chart.labels, axisTick: { show: false } };
  const thick = Math.max(5, Math.min(16, 130 / Math.max(1, chart.labels.length)));
  return {
    animation: false,
    grid: { left: 2, right: 14, top: 2, bottom: 0, containLabel: true },
    tooltip: {
      ...tooltip(colors),
      trigger: 'axis',
      axisPointer: { type: 'none' },
      formatter: (points: { dataIndex: number }[]) => {
        const i = points[0]?.dataIndex ?? 0;
        return lines(chart.labels[i] ?? '', chart.real[i] ?? 0, chart.synthetic[i] ?? 0);
      },
    },
    xAxis: {
      type: 'value',
      min: 0,
      splitNumber: 3,
      axisLabel: { color: colors.muted, formatter: (share: number) => percent(share) },
      splitLine: { lineStyle: { color: colors.line } },
    },
    yAxis: [
      {
        ...axis,
        axisLine: { lineStyle: { color: colors.line } },
        axisLabel: {
          color: colors.ink,
          interval: 0,
          formatter: (label: string) => cut(label, 16),
        },
      },
      { ...axis, show: false },
    ],
    series: [
      {
        name: 'Original',
        type: 'bar',
        yAxisIndex: 0,
        barWidth: thick,
        data: chart.real,
        itemStyle: { color: colors.originalSoft },
        emphasis: { disabled: true },
      },
      {
        name: 'Synthetic',
        type: 'bar',
        yAxisIndex: 1,
        barWidth: Math.max(2, thick * 0.38),
        data: chart.synthetic,
        itemStyle: { color: colors.synthetic },
        emphasis: { disabled: true },
        z: 3,
      },
    ],
    textStyle: { fontFamily: FONT },
  };
}

/** Cells of a square of columns by columns, the darker the larger. */
function heatOption(
  names: string[],
  data: [column: number, row: number, value: number][],
  scale: { max: number; color: string },
  told: (cell: number) => string,
  colors: Palette,
): EChartsCoreOption {
  const label = {
    color: colors.ink,
    interval: 0,
    formatter: (i: string) => cut(names[Number(i)] ?? '', 14),
  };
  const axis = {
    type: 'category',
    data: names.map((_, i) => i),
    axisLine: { show: false },
    axisTick: { show: false },
  };
  return {
    animation: false,
    grid: { left: 4, right: 4, top: 4, bottom: 4, containLabel: true },
    tooltip: {
      ...tooltip(colors),
      formatter: (point: { dataIndex: number }) => told(point.dataIndex),
    },
    xAxis: { ...axis, axisLabel: { ...label, rotate: 45 }, splitArea: { show: false } },
    yAxis: { ...axis, inverse: true, axisLabel: label },
    visualMap: {
      show: false,
      min: 0,
      max: scale.max,
      inRange: { color: [colors.sunken, scale.color] },
    },
    series: [
      {
        type: 'heatmap',
        data,
        itemStyle: { borderColor: colors.surface, borderWidth: 2 },
        emphasis: { itemStyle: { borderColor: colors.ink, borderWidth: 2 } },
      },
    ],
    textStyle: { fontFamily: FONT },
  };
}

/** Gaps between pairs of columns: the darker, the further from what real rows reach. */
export function squareOption(square: Square, colors: Palette): EChartsCoreOption {
  return heatOption(
    square.names,
    square.cells.map(([x, y, pair]) => [x, y, gap(pair) ?? 0]),
    { max: WORST_GAP, color: colors.rust },
    (cell) => {
      const pair = square.cells[cell]?.[2];
      return pair === undefined
        ? ''
        : `${escape(pair.columns[0])}<br>${escape(pair.columns[1])}<br><b>${score(pair.value)}</b>, expected ${score(pair.expected)}`;
    },
    colors,
  );
}

/** Strengths between columns: the darker, the more one says about the other. */
export function strengthOption(map: StrengthMap, colors: Palette): EChartsCoreOption {
  return heatOption(
    map.names,
    map.cells.map(([x, y, pair]) => [x, y, pair.strength]),
    { max: 1, color: colors.synthetic },
    (cell) => {
      const pair = map.cells[cell]?.[2];
      return pair === undefined
        ? ''
        : `${escape(pair.columns[0])}<br>${escape(pair.columns[1])}<br><b>${pair.strength.toFixed(2)}</b>, ${escape(pair.measure)} ${pair.value.toFixed(2)}`;
    },
    colors,
  );
}
