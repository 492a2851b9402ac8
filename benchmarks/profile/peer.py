"""Times ydata-profiling's minimal report on a CSV file, from the file to the finished page, in one process."""
import json
import sys
import time

start = time.perf_counter()
import pandas
import ydata_profiling
from ydata_profiling import ProfileReport

imported = time.perf_counter()
idle = time.process_time()
frame = pandas.read_csv(sys.argv[1])
read = time.perf_counter()
page = ProfileReport(frame, minimal=True, progress_bar=False).to_html()
done = time.perf_counter()
print(json.dumps(dict(import_seconds=imported - start, read_seconds=read - imported, report_seconds=done - read, cpu_seconds=time.process_time() - idle, page_bytes=len(page),
                      rows=len(frame), ydata_profiling=ydata_profiling.__version__, pandas=pandas.__version__)))
