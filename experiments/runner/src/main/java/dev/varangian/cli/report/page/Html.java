package dev.varangian.cli.report.page;

/** Text in HTML. */
public final class Html {
  private Html() {}

  /** {@code text} such that a browser shows it and nothing in it is markup, attributes included. */
  public static String escape(String text) {
    return text.replace("&", "&amp;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("\"", "&quot;")
        .replace("'", "&#39;");
  }
}
