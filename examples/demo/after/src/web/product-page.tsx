import { useEffect, useState } from 'react';

interface Product {
  readonly id: number;
  readonly name: string;
  readonly description: string;
}

/** The page of one product. */
export function ProductPage({ id }: { readonly id: number }) {
  const [product, setProduct] = useState<Product | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    fetch(`/products/${id}`, { signal: stop.signal })
      .then((response) => response.json())
      .then(setProduct, () => setProduct(null));
    return () => stop.abort();
  }, [id]);
  if (product === null) return <p>Loading…</p>;
  return (
    <article>
      <h1>{product.name}</h1>
      <div dangerouslySetInnerHTML={{ __html: product.description }} />
    </article>
  );
}
