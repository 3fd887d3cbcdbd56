/** Where prompts are the product: files that configure agents, and folders that hold prompts. */
const PROMPT_PATH =
  /(?:^|\/)(?:prompts?|agents?|skills?|reviewers?|evals?|llm|chat|assistants?|\.cursor|\.claude|\.github\/reviewers)\/|(?:^|\/)(?:claude|agents|gemini|skill|copilot-instructions|reviewer)\.md$|\.(?:prompt|cursorrules|mdc|jinja2?|j2)$|prompts?[^/]{0,40}$|(?:^|\/)\.(?:cursorrules|windsurfrules|clinerules)$/i;
/** Code that calls a model. */
const PROMPT_CODE =
  /system[_-]?prompt|systemprompt|system[_-]?message|prompt[_-]?template|role["']?\s{0,3}[:=]\s{0,3}["'](?:system|assistant|user)["']|chat[_-]?completions?|messages\.create|generate[_-]?content|(?:from|import|require\(|use)\s{1,3}["']?@?(?:openai|anthropic|langchain|llama[_-]?index|ai-sdk|google\/gen)|apply_chat_template|chat_template|tokenizer|instructions\s{0,3}[:=]\s{0,3}[`"']/i;

/**
 * True when a file is about talking to models, so that orders to a model in it are most likely its trade.
 *
 * @param path may be empty
 */
export function readsLikePrompts(path: string, text: string): boolean {
  return PROMPT_PATH.test(path) || PROMPT_CODE.test(text.length > 400_000 ? text.slice(0, 400_000) : text);
}
