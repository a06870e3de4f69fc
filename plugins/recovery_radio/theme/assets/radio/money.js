// @ts-check
/**
 * Sums of money, in whole pence: fractions of a pound have no exact form in a computer's numbers,
 * and whole numbers of this size do. Nothing here touches the page.
 */

// As much as a sheet may hold: below it, every sum and product in here is exact.
const MOST_PENCE = 1_000_000_000;
const SUM = /^£?\s*(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{1,2}))?$/;

/**
 * Read a sum as people write it: `12`, `12.5`, `£12.50`, `1,200.00`.
 * @param {string} text
 * @returns {number | null} Pence. Null if it is no sum: less than nothing, a fraction of a penny, words.
 */
export function parsePence(text) {
  const found = SUM.exec(text.trim());
  if (!found) return null;
  const pence = Number(found[1].replaceAll(",", "")) * 100 + Number((found[2] ?? "").padEnd(2, "0"));
  return pence <= MOST_PENCE ? pence : null;
}

/**
 * Write pence as pounds: `£1,200.00`, `−£3.50`.
 * @param {number} pence
 */
export function formatPence(pence) {
  const digits = String(Math.abs(pence)).padStart(3, "0");
  const pounds = digits.slice(0, -2).replace(/\B(?=(\d{3})+$)/g, ",");
  return `${pence < 0 ? "−" : ""}£${pounds}.${digits.slice(-2)}`;
}

/** @param {number[]} sums */
export const totalOf = (sums) => sums.reduce((total, each) => total + each, 0);

/**
 * Share a cost in proportion to what each put in, to the penny. Everybody gets the whole pence of
 * their part; the odd pennies go one each to the largest fractions, and first come first where
 * those are the same.
 * @param {number} cost Pence to share, not negative.
 * @param {number[]} weights What each put in, or 1 for each to share evenly; whole and not negative.
 * @returns {{pence: number, odd: boolean}[]} Shares, which come to the cost exactly, and whether an
 *   odd penny is in them. Nobody has a share if nobody put anything in.
 */
export function shareOut(cost, weights) {
  const whole = BigInt(totalOf(weights));
  if (!whole) return weights.map(() => ({ pence: 0, odd: false }));
  // A cost times a weight may be too large for a plain number.
  const parts = weights.map((weight) => BigInt(cost) * BigInt(weight));
  const shares = parts.map((part) => Number(part / whole));
  const rest = parts.map((part) => Number(part % whole));
  const byRest = rest.map((_, index) => index).sort((a, b) => rest[b] - rest[a] || a - b);
  const odd = new Set(byRest.slice(0, cost - totalOf(shares)));
  return shares.map((pence, index) => ({ pence: pence + Number(odd.has(index)), odd: odd.has(index) }));
}
