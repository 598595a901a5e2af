import logging.handlers, os, sys, time
log, rate, stop, by = sys.argv[1], int(sys.argv[2]), sys.argv[3], sys.argv[4]
handlers = logging.handlers
handler = handlers.RotatingFileHandler(log, maxBytes=64000, backupCount=5000) if by == "size" else handlers.TimedRotatingFileHandler(log, when="S", interval=1)
logger = logging.getLogger("bench")
logger.setLevel(logging.INFO)
logger.addHandler(handler)
handler.setFormatter(logging.Formatter("%(levelname)s %(message)s"))
start, written = time.monotonic(), 0
while not os.path.exists(stop):
    while written < (time.monotonic() - start) * rate:
        logger.info(("line %09d of a source" % written).ljust(58, "."))
        written += 1
    time.sleep(0.005)
