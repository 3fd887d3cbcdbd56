/** Colours of a dark terminal, by SGR code. */
const COLORS: Readonly<Record<number, string>> = {
  30: '#1b1f27',
  31: '#ff7b72',
  32: '#7ee787',
  33: '#e3b341',
  34: '#79c0ff',
  35: '#d2a8ff',
  36: '#76e3ea',
  37: '#e6edf3',
  90: '#8b949e',
  91: '#ffa198',
  92: '#aff5b4',
  93: '#f2cc60',
  94: '#a5d6ff',
  95: '#e2c5ff',
  96: '#b3f0ff',
  97: '#ffffff',
};

const escapeHtml = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

/** One SGR sequence applied to the styles that are in force. */
function applyCode(style: Map<string, string>, code: number): void {
  if (code === 0) style.clear();
  else if (code === 1) style.set('font-weight', '700');
  else if (code === 2) style.set('opacity', '0.7');
  else if (code === 3) style.set('font-style', 'italic');
  else if (code === 4) style.set('text-decoration', 'underline');
  else if (code === 7) style.set('filter', 'invert(1)');
  else if (code === 22) for (const key of ['font-weight', 'opacity']) style.delete(key);
  else if (code === 23) style.delete('font-style');
  else if (code === 24) style.delete('text-decoration');
  else if (code === 27) style.delete('filter');
  else if (code === 39) style.delete('color');
  else if (code === 49) style.delete('background');
  else if (COLORS[code] !== undefined) style.set('color', COLORS[code] ?? '');
  else if (COLORS[code - 10] !== undefined) style.set('background', COLORS[code - 10] ?? '');
}

function toHtml(text: string): string {
  const style = new Map<string, string>();
  return text
    .split(/(\u001b\[[\d;]*m)/)
    .map((piece) => {
      const codes = /^\u001b\[([\d;]*)m$/.exec(piece)?.[1];
      if (codes !== undefined) {
        for (const code of codes.split(';')) applyCode(style, Number(code));
        return '';
      }
      const css = [...style].map(([key, value]) => `${key}:${value}`).join(';');
      return css === '' ? escapeHtml(piece) : `<span style="${css}">${escapeHtml(piece)}</span>`;
    })
    .join('');
}

/** A page that shows terminal output, colours included, for a picture. */
export function terminalPage(command: string, text: string): string {
  return `<!doctype html><meta charset="utf-8"><style>
body{margin:0;background:#fff}
main{display:inline-block;margin:0;padding:0;background:#0d1117;color:#e6edf3;border-radius:10px;overflow:hidden;font:13px/1.45 "DejaVu Sans Mono",Menlo,Consolas,monospace}
header{background:#161b22;color:#8b949e;padding:9px 16px;font-size:12px}
pre{margin:0;padding:14px 18px 18px;font:inherit;white-space:pre}
</style><main><header>$ ${escapeHtml(command)}</header><pre>${toHtml(text)}</pre></main>`;
}
