import java.io.File;
import java.util.logging.*;

class Rotating {
    public static void main(String[] args) throws Exception {
        FileHandler handler = new FileHandler(args[0].replace(".0", ".%g"), 64000, 5000, true);
        handler.setFormatter(new Formatter() {
            public String format(LogRecord record) { return record.getLevel() + " " + record.getMessage() + "\n"; }
        });
        Logger logger = Logger.getLogger("bench");
        logger.setUseParentHandlers(false);
        logger.addHandler(handler);
        long start = System.nanoTime(), written = 0, rate = Long.parseLong(args[1]);
        while (!new File(args[2]).exists()) {
            for (; written < (System.nanoTime() - start) / 1e9 * rate; written++)
                logger.info(String.format("line %09d of a source.............................", written));
            Thread.sleep(5);
        }
        handler.close();
    }
}
