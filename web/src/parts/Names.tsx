import { listed } from '../format';

/** Names of columns, each kept apart from the words around it. */
export function Names({ names, strong = false }: { names: string[]; strong?: boolean }) {
  return listed(names).map((part, i) =>
    i % 2 === 1 ? (
      <span key={i}>{part}</span>
    ) : strong ? (
      <strong key={i}>
        <bdi>{part}</bdi>
      </strong>
    ) : (
      <bdi key={i}>{part}</bdi>
    ),
  );
}
