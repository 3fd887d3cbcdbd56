import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto';
import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { OpenedState, StateSeal } from '../../ports.ts';

/** A packed text may not grow beyond this: what others write into our comment must not fill the memory. */
const MOST_BYTES = 2_000_000;
const MOST_PACKED = 65_536;
/** Bytes of the signature that are kept: 128 bits. */
const SIGNATURE_BYTES = 16;
const UNSIGNED = '0';

/**
 * Makes the seal of one repository's comments: `<signature>.<compressed text>`, both in base64,
 * which holds no dash: it cannot end an HTML comment.
 * @param secret the model key or the input `state-key`; null or empty signs nothing, and nothing opens as signed
 */
export function makeStateSeal(secret: string | null): StateSeal {
  // The secret itself is never the key: who learns one learns nothing of the other.
  const key =
    secret === null || secret === ''
      ? null
      : Buffer.from(hkdfSync('sha256', secret, '', 'multi-agent-review comment state', 32));
  const sign = (body: string, about: string): string | null =>
    key === null
      ? null
      : createHmac('sha256', key)
          .update(`${about.length}:${about}${body}`)
          .digest()
          .subarray(0, SIGNATURE_BYTES)
          .toString('base64');
  return {
    pack: (text, about) => {
      const body = deflateRawSync(text, { level: 9 }).toString('base64');
      return `${sign(body, about) ?? UNSIGNED}.${body}`;
    },
    open: (packed, about) => {
      const [, signature, body] = /^([\w+/=]{1,64})\.([\w+/=]+)$/.exec(packed) ?? [];
      if (signature === undefined || body === undefined || packed.length > MOST_PACKED) return null;
      const text = inflate(body);
      if (text === null) return null;
      const expected = sign(body, about);
      return { text, isSigned: expected !== null && isEqual(signature, expected) } satisfies OpenedState;
    },
  };
}

function inflate(body: string): string | null {
  try {
    const bytes = inflateRawSync(Buffer.from(body, 'base64'), { maxOutputLength: MOST_BYTES });
    return bytes.toString('utf8');
  } catch {
    // Damaged or made to be large: the same as no state.
    return null;
  }
}

function isEqual(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left), Buffer.from(right)];
  return a.length === b.length && timingSafeEqual(a, b);
}
