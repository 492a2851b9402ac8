import { useComputedColorScheme } from '@mantine/core';
import type { ECharts, EChartsCoreOption } from 'echarts/core';
import { useEffect, useRef, useState } from 'react';
import { palette, type Palette } from '../chartOptions';

/** Whether the element has ever been near the screen: a page may hold hundreds of charts. */
function useSeen(element: React.RefObject<HTMLElement | null>): boolean {
  const [seen, setSeen] = useState(false);
  useEffect(() => {
    const target = element.current;
    if (target === null || seen) {
      return;
    }
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) {
          setSeen(true);
        }
      },
      { rootMargin: '300px' },
    );
    observer.observe(target);
    return () => observer.disconnect();
  }, [element, seen]);
  return seen;
}

/**
 * One ECharts picture in the colours of the current scheme.
 *
 * @param option must be stable between renders (memoised by the caller)
 */
export function ChartFigure({
  option,
  label,
  height = '100%',
}: {
  option: (colors: Palette) => EChartsCoreOption;
  label: string;
  height?: string | number;
}) {
  const element = useRef<HTMLDivElement>(null);
  const scheme = useComputedColorScheme('light');
  const seen = useSeen(element);
  useEffect(() => {
    const target = element.current;
    if (target === null || !seen) {
      return;
    }
    let chart: ECharts | undefined;
    let gone = false;
    const resize = new ResizeObserver(() => chart?.resize());
    void import('../charts').then(({ draw }) => {
      if (!gone) {
        const colors = palette();
        chart = draw(target);
        chart.setOption({ ...option(colors), color: [colors.original, colors.synthetic] });
        resize.observe(target);
      }
    });
    return () => {
      gone = true;
      resize.disconnect();
      chart?.dispose();
    };
  }, [option, scheme, seen]);
  return <div ref={element} role="img" aria-label={label} style={{ width: '100%', height }} />;
}
