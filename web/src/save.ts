/** Hands a file made in the page to the browser's downloads. */
export function save(content: Blob, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The browser reads the address when the click is handled; a moment later it is free.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/** The name that a `Content-Disposition` gives, or `other`. */
export function nameIn(disposition: string | null, other: string): string {
  const coded = /filename\*=UTF-8''([^;]+)/i.exec(disposition ?? '')?.[1];
  if (coded !== undefined) {
    try {
      return decodeURIComponent(coded);
    } catch {
      return other;
    }
  }
  return /filename="([^"]*)"/i.exec(disposition ?? '')?.[1] || other;
}
