/*
 * Encryption to the key of the team, by what browsers bring along: JSON Web Encryption (RFC 7516, compact), ECDH-ES on P-256
 * with A256GCM (RFC 7518, 4.6 and 5.3). Only the private key opens it; every file has a key of its own.
 */
const base64url = (bytes) =>
  btoa(Array.from(new Uint8Array(bytes), (byte) => String.fromCharCode(byte)).join(""))
    .replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");

const utf8 = (text) => new TextEncoder().encode(text);

/** @param teamKey A public JSON Web Key. */
async function sealed(text, teamKey) {
  const { subtle } = crypto;
  const curve = { name: "ECDH", namedCurve: "P-256" };
  const { kty, crv, x, y, kid } = teamKey;
  const theirs = await subtle.importKey("jwk", { kty, crv, x, y }, curve, false, []);
  const own = await subtle.generateKey(curve, true, ["deriveBits"]);
  const secret = await subtle.deriveBits({ name: "ECDH", public: theirs }, own.privateKey, 256);
  const point = await subtle.exportKey("jwk", own.publicKey);
  const epk = { kty: "EC", crv: "P-256", x: point.x, y: point.y };
  const header = base64url(utf8(JSON.stringify({ alg: "ECDH-ES", enc: "A256GCM", kid, epk })));
  const key = await subtle.importKey("raw", await derived(secret), "AES-GCM", false, ["encrypt"]);
  const iv = crypto.getRandomValues(new Uint8Array(12));
  const both = new Uint8Array(
    await subtle.encrypt({ name: "AES-GCM", iv, additionalData: utf8(header), tagLength: 128 }, key, utf8(text)));
  const [cipher, tag] = [both.slice(0, -16), both.slice(-16)];
  return `${[header, "", base64url(iv), base64url(cipher), base64url(tag)].join(".")}\n`;
}

/** Concat KDF (NIST SP 800-56A, 5.8.1), one round: the algorithm's name, no parties, 256 bits. */
function derived(secret) {
  const number = (value) => [0, 0, value >> 8, value & 255];
  const name = utf8("A256GCM");
  const input = [
    ...number(1), ...new Uint8Array(secret), ...number(name.length), ...name, ...number(0), ...number(0), ...number(256),
  ];
  return crypto.subtle.digest("SHA-256", new Uint8Array(input));
}

/** Filled up with blanks, so that the length of what is encrypted tells nothing of it. */
function padded(text) {
  const step = 4096;
  const missing = step - (utf8(text).length % step);
  return text + " ".repeat(missing);
}
