/** Words from the server, with what stands in backticks set as a name. */
export function Prose({ text }: { text: string }) {
  return text
    .split('`')
    .map((part, i) =>
      i % 2 === 1 ? (
        <code key={i} dir="auto">
          {part}
        </code>
      ) : (
        part
      ),
    );
}
