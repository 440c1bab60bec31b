/** Samples of one look: 32 ms at 8 kHz. A power of two, for the transform. */
export const windowLength = 256;

/** From 0 Hz to half the sampling rate. */
const lineCount = windowLength / 2;

/** Hann: what lies between two lines does not spread over all the others. */
const hann = filled((at) => 0.5 - 0.5 * Math.cos((2 * Math.PI * at) / windowLength));
const cosines = filled((at) => Math.cos((2 * Math.PI * at) / windowLength));
const sines = filled((at) => -Math.sin((2 * Math.PI * at) / windowLength));
/** Where each sample goes first: its place with the bits turned round. */
const places = Uint8Array.from({ length: windowLength }, (_, at) => turnedRound(at));

const real = new Float64Array(windowLength);
const imaginary = new Float64Array(windowLength);

/** Power of each line of the window that begins at `from`; what lies outside of the samples is silence. */
export function powerSpectrum(samples: Float64Array, from: number): Float64Array {
  for (let at = 0; at < windowLength; at += 1) {
    real[places[at] ?? 0] = (samples[from + at] ?? 0) * (hann[at] ?? 0);
  }
  imaginary.fill(0);
  for (let size = 2; size <= windowLength; size *= 2) combine(size);
  const power = new Float64Array(lineCount);
  for (let line = 0; line < lineCount; line += 1) power[line] = (real[line] ?? 0) ** 2 + (imaginary[line] ?? 0) ** 2;
  return power;
}

/** One stage of the fast Fourier transform (radix 2): spectra of half the size become one of this size. */
function combine(size: number): void {
  const half = size / 2;
  const stride = windowLength / size;
  for (let start = 0; start < windowLength; start += size) {
    for (let at = 0; at < half; at += 1) {
      const one = start + at;
      const other = one + half;
      const cosine = cosines[at * stride] ?? 0;
      const sine = sines[at * stride] ?? 0;
      const turnedReal = (real[other] ?? 0) * cosine - (imaginary[other] ?? 0) * sine;
      const turnedImaginary = (real[other] ?? 0) * sine + (imaginary[other] ?? 0) * cosine;
      real[other] = (real[one] ?? 0) - turnedReal;
      imaginary[other] = (imaginary[one] ?? 0) - turnedImaginary;
      real[one] = (real[one] ?? 0) + turnedReal;
      imaginary[one] = (imaginary[one] ?? 0) + turnedImaginary;
    }
  }
}

function filled(value: (at: number) => number): Float64Array {
  return Float64Array.from({ length: windowLength }, (_, at) => value(at));
}

function turnedRound(at: number): number {
  let turned = 0;
  for (let bit = 1; bit < windowLength; bit *= 2) turned = turned * 2 + ((at & bit) === 0 ? 0 : 1);
  return turned;
}
