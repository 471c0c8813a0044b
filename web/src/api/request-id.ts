/** A UUID of version 7 for something that is sent once, however often the button is pressed. Works without a safe connection too. */
export function newRequestId(now = Date.now()): string {
  const data = crypto.getRandomValues(new Uint8Array(16));
  let ms = now;
  for (let i = 5; i >= 0; i -= 1) {
    data[i] = ms % 256;
    ms = Math.floor(ms / 256);
  }
  data[6] = 0x70 | ((data[6] ?? 0) & 0x0f);
  data[8] = 0x80 | ((data[8] ?? 0) & 0x3f);
  const hex = [...data].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join("-");
}
