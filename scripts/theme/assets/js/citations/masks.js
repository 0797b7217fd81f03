// Masks what must not be read again, so that the rest of a text can be searched.
export const MASK = "\0";

// The text with citations masked, at the same offsets.
export function masked(citations, text) {
  let [done, result] = [0, ""];
  for (const { start, end } of citations) {
    if (start < done) continue;
    result += text.slice(done, start) + MASK.repeat(end - start);
    done = end;
  }
  return result + text.slice(done);
}
