// A plain C++ M/M/3 queue at utilisation 0.8, as the yardstick for the engine's speed: the recursion with a
// scan over the servers (w1_kw) and an event loop with a heap of departures (w1_h4). It keeps the mean wait
// and a histogram of sojourn times, less than the engine keeps.
#include <algorithm>
#include <cmath>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <ctime>
#include <deque>
#include <string>
#include <vector>

struct Random {  // xorshift64*
  uint64_t state = 88172645463325252ull;
  double uniform() {
    state ^= state >> 12, state ^= state << 25, state ^= state >> 27;
    return ((state * 2685821657736338717ull) >> 11) * 0x1p-53;
  }
  double exponential() { return -std::log(1 - uniform()); }
};

struct Histogram {  // 64 buckets an octave
  std::vector<uint32_t> counts = std::vector<uint32_t>(64 * 64);
  void add(double x) {
    uint64_t bits;
    std::memcpy(&bits, &x, 8);
    int bucket = int(bits >> 46) - ((1023 - 32) << 6);
    counts[std::clamp(bucket, 0, 64 * 64 - 1)]++;
  }
};

constexpr int servers = 3;
constexpr double rate = 2.4;

double recursion(uint64_t customers) {
  Random random;
  Histogram sojourns;
  double free[servers] = {}, clock = 0, waits = 0;
  for (uint64_t i = 0; i < customers; i++) {
    clock += random.exponential() / rate;
    double* first = std::min_element(free, free + servers);
    double start = std::max(clock, *first);
    *first = start + random.exponential();
    waits += start - clock;
    sojourns.add(*first - clock);
  }
  return waits / customers;
}

double events(uint64_t customers) {
  Random random;
  Histogram sojourns;
  struct Departure {
    double time, arrival;
    bool operator<(const Departure& other) const { return time > other.time; }
  };
  std::vector<Departure> busy;
  std::deque<double> queue;
  double arrival = random.exponential() / rate, waits = 0;
  auto serve = [&](double now, double arrived) {
    waits += now - arrived;
    busy.push_back({now + random.exponential(), arrived});
    std::push_heap(busy.begin(), busy.end());
  };
  for (uint64_t done = 0; done < customers;) {
    if (busy.empty() || arrival < busy.front().time) {
      if (busy.size() < servers) serve(arrival, arrival);
      else queue.push_back(arrival);
      arrival += random.exponential() / rate;
      continue;
    }
    std::pop_heap(busy.begin(), busy.end());
    Departure leaving = busy.back();
    busy.pop_back();
    sojourns.add(leaving.time - leaving.arrival);
    done++;
    if (queue.empty()) continue;
    serve(leaving.time, queue.front());
    queue.pop_front();
  }
  return waits / customers;
}

int main(int count, char** words) {
  if (count < 3) return 2;
  std::string name = words[1];
  if (name != "w1_kw" && name != "w1_h4") return 2;
  uint64_t customers = std::strtod(words[2], nullptr);
  clock_t before = clock();
  double wait = name == "w1_kw" ? recursion(customers) : events(customers);
  double seconds = double(clock() - before) / CLOCKS_PER_SEC;
  std::printf("{\"name\":\"%s\",\"s\":%.4f,\"W\":%.5f}\n", name.c_str(), seconds, wait);
}
