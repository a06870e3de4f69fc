import rss from "@11ty/eleventy-plugin-rss";
export default function (config) {
  config.addPlugin(rss);
  config.setInputDirectory("docs");
  config.addPassthroughCopy("docs/css");
  config.amendLibrary("md", (md) => {
    md.renderer.rules.link_open = (tokens, index, options, env, self) => {
      const link = tokens[index].attrs[tokens[index].attrIndex("href")];
      // A page is served from a folder of its own, one level below its file.
      const up = env.page.inputPath.endsWith("/index.md") ? "" : "../";
      link[1] = link[1].replace(/^(.*)\.md$/, `${up}$1/`);
      return self.renderToken(tokens, index, options);
    };
  });
  config.addCollection("episode", (all) => all.getAll().filter((page) => page.data.audio));
  return { markdownTemplateEngine: false, htmlTemplateEngine: "njk" };
}
