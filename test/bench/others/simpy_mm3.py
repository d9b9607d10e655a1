# M/M/3 in SimPy: prints the CPU seconds and the mean wait. python3 simpy_mm3.py - <customers>
import json
import random
import sys
import time

import simpy

count = int(sys.argv[2])
random.seed(42)
waited = 0.0


def customer(env, servers):
    global waited
    arrived = env.now
    with servers.request() as turn:
        yield turn
        waited += env.now - arrived
        yield env.timeout(random.expovariate(1))


def source(env, servers):
    for _ in range(count):
        yield env.timeout(random.expovariate(2.4))
        env.process(customer(env, servers))


env = simpy.Environment()
env.process(source(env, simpy.Resource(env, 3)))
before = time.process_time()
env.run()
print(json.dumps({"seconds": time.process_time() - before, "wait": waited / count, "version": simpy.__version__}))
