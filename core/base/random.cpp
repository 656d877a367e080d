// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/random.h"

#include <bit>
#include <cmath>
#include <cstddef>

#include "core/base/identifiers.h"

namespace coldstart {
namespace {

constexpr double kLn2High = 0x1.62e42fefa0000p-1;  // The first 40 bits of ln 2 …
constexpr double kLn2Low = 0x1.cf79abc9e3b3ap-40;  // … and the rest.

}  // namespace

Random::Random(std::uint64_t seed, Purpose purpose, std::uint64_t index) {
  const std::uint64_t own = mix(mix(seed, static_cast<std::uint64_t>(purpose)), index);
  for (std::uint64_t i = 0; i < 4; ++i) m_s[i] = mix(own, i);
}

namespace {

inline double logarithm(double x) {
  // x = 2^k m with m in [√½, √2); ln m = 2 artanh s, s = (m - 1) / (m + 1), |s| < 0.1716, as a
  // series in s².
  const auto bits = std::bit_cast<std::uint64_t>(x);
  const std::uint64_t shifted = bits + (0x3FF0000000000000ULL - 0x3FE6A09E667F3BCDULL);
  const auto m = std::bit_cast<double>((shifted & 0x000FFFFFFFFFFFFFULL) + 0x3FE6A09E667F3BCDULL);
  const double s = (m - 1.0) / (m + 1.0);
  const double z = s * s;
  double series = 2.0 / 21.0;
  for (const double coefficient : {2.0 / 19.0, 2.0 / 17.0, 2.0 / 15.0, 2.0 / 13.0, 2.0 / 11.0,
                                   2.0 / 9.0, 2.0 / 7.0, 2.0 / 5.0, 2.0 / 3.0}) {
    series = series * z + coefficient;
  }
  // k, from its bits in the fraction of a number from 2^52 on: exact, and without a conversion.
  const double k =
      std::bit_cast<double>((shifted >> 52) | 0x4330000000000000ULL) - (0x1p52 + 1023.0);
  return k * kLn2High + (2.0 * s + (s * z * series + k * kLn2Low));
}

}  // namespace

double naturalLog(double x) {
  return logarithm(x);
}

// One body for every processor; those that can work on four numbers at once do. Without contraction
// the results are the same. Sanitizers do not work with functions chosen when a program is loaded.
#if defined(__x86_64__) && defined(__GNUC__) && !defined(__clang__) && \
    !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
__attribute__((target_clones("arch=haswell", "default")))
#endif
void naturalLogs(std::span<double> values) {
  for (double& value : values) value = logarithm(value);
}

double exponential(double x) {
  // x = k ln 2 + r with |r| ≤ ½ ln 2; e^r as a Taylor polynomial, scaled by 2^k.
  constexpr double kPerLn2 = 0x1.71547652b82fep+0;
  const double turns = x * kPerLn2;
  const auto k = static_cast<std::int64_t>(turns + (turns < 0 ? -0.5 : 0.5));
  const auto scale = static_cast<double>(k);
  const double r = (x - scale * kLn2High) - scale * kLn2Low;
  double sum = 1.0 / 6227020800.0;  // 1 / 13!
  for (const double coefficient :
       {1.0 / 479001600.0, 1.0 / 39916800.0, 1.0 / 3628800.0, 1.0 / 362880.0, 1.0 / 40320.0,
        1.0 / 5040.0, 1.0 / 720.0, 1.0 / 120.0, 1.0 / 24.0, 1.0 / 6.0, 0.5, 1.0, 1.0}) {
    sum = sum * r + coefficient;
  }
  return sum * std::bit_cast<double>(static_cast<std::uint64_t>(k + 1023) << 52);
}

namespace {

template <std::size_t N>
double polynomial(const double (&highestFirst)[N], double x) {
  double sum = highestFirst[0];
  for (std::size_t i = 1; i < N; ++i) sum = sum * x + highestFirst[i];
  return sum;
}

}  // namespace

double normalQuantile(double p) {
  // M. J. Wichura, algorithm AS 241 (PPND16), Applied Statistics 37 (1988): about 16 figures.
  constexpr double kA[] = {2.5090809287301226727e+3, 3.3430575583588128105e+4,
                           6.7265770927008700853e+4, 4.5921953931549871457e+4,
                           1.3731693765509461125e+4, 1.9715909503065514427e+3,
                           1.3314166789178437745e+2, 3.3871328727963666080e+0};
  constexpr double kB[] = {5.2264952788528545610e+3, 2.8729085735721942674e+4,
                           3.9307895800092710610e+4, 2.1213794301586595867e+4,
                           5.3941960214247511077e+3, 6.8718700749205790830e+2,
                           4.2313330701600911252e+1, 1.0};
  constexpr double kC[] = {7.74545014278341407640e-4, 2.27238449892691845833e-2,
                           2.41780725177450611770e-1, 1.27045825245236838258e+0,
                           3.64784832476320460504e+0, 5.76949722146069140550e+0,
                           4.63033784615654529590e+0, 1.42343711074968357734e+0};
  constexpr double kD[] = {1.05075007164441684324e-9, 5.47593808499534494600e-4,
                           1.51986665636164571966e-2, 1.48103976427480074590e-1,
                           6.89767334985100004550e-1, 1.67638483018380384940e+0,
                           2.05319162663775882187e+0, 1.0};
  constexpr double kE[] = {2.01033439929228813265e-7, 2.71155556874348757815e-5,
                           1.24266094738807843860e-3, 2.65321895265761230930e-2,
                           2.96560571828504891230e-1, 1.78482653991729133580e+0,
                           5.46378491116411436990e+0, 6.65790464350110377720e+0};
  constexpr double kF[] = {2.04426310338993978564e-15, 1.42151175831644588870e-7,
                           1.84631831751005468180e-5,  7.86869131145613259100e-4,
                           1.48753612908506148525e-2,  1.36929880922735805310e-1,
                           5.99832206555887937690e-1,  1.0};
  const double q = p - 0.5;
  if (q > -0.425 && q < 0.425) {
    const double r = 0.180625 - q * q;
    return q * polynomial(kA, r) / polynomial(kB, r);
  }
  // Square root is exact to the last bit by IEEE 754, unlike the rest of libm.
  const double r = std::sqrt(-naturalLog(q < 0 ? p : 1.0 - p));
  const double tail = r <= 5.0 ? polynomial(kC, r - 1.6) / polynomial(kD, r - 1.6)
                               : polynomial(kE, r - 5.0) / polynomial(kF, r - 5.0);
  return q < 0 ? -tail : tail;
}

}  // namespace coldstart
