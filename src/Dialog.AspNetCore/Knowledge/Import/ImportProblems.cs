using Dialog.AspNetCore.Problems;

namespace Dialog.AspNetCore.Knowledge.Import;

/// <summary>What can be wrong with a file of knowledge, and with a pair in it.</summary>
internal static class ImportProblems
{
    public static readonly Problem Empty = new(
        "dialog:import-empty", 400,
        new("There is nothing in it.", "چیزی در آن نیست."),
        new("Paste questions with their answers, or choose a file that has some.", "پرسش‌ها را با جوابشان بچسبانید، یا فایلی انتخاب کنید که خالی نباشد."));

    public static readonly Problem NotText = new(
        "dialog:import-not-text", 400,
        new("This file is not text.", "این فایل متنی نیست."),
        new("Save it as CSV or plain text (UTF-8) and choose that file.", "آن را به‌صورت CSV یا متن ساده (UTF-8) ذخیره کنید و همان را انتخاب کنید."));

    public static readonly Problem Spreadsheet = new(
        "dialog:import-spreadsheet", 400,
        new("This is a spreadsheet's own file.", "این فایل مخصوص برنامهٔ صفحه‌گسترده است."),
        new("In the spreadsheet choose “Save as” and “CSV UTF-8”, or copy its cells and paste them here.", "در همان برنامه «ذخیره به‌عنوان» و «CSV UTF-8» را انتخاب کنید، یا خانه‌ها را کپی کنید و همین‌جا بچسبانید."));

    public static readonly Problem UnclearColumns = new(
        "dialog:import-unclear-columns", 400,
        new("It is not clear which column holds the questions and which the answers.", "معلوم نیست پرسش‌ها در کدام ستون‌اند و جواب‌ها در کدام."),
        new("Put a first row above the table with the words “question” and “answer” over their columns.", "یک ردیف بالای جدول بگذارید و روی ستون‌ها بنویسید «پرسش» و «جواب»."));

    public static readonly Problem NoAnswer = new(
        "dialog:import-no-answer", 400,
        new("This question has no answer.", "این پرسش جواب ندارد."),
        new("Write the answer on the line below it, or in the answer's column.", "جواب را در خط زیرش، یا در ستون جواب بنویسید."));

    public static readonly Problem NoQuestion = new(
        "dialog:import-no-question", 400,
        new("This answer has no question.", "این جواب پرسش ندارد."),
        new("Write at least one question that it answers.", "دست‌کم یک پرسش بنویسید که جوابش این است."));

    public static readonly Problem BadQuotes = new(
        "dialog:import-bad-quotes", 400,
        new("In row {0} a quotation mark is not closed as it should be.", "در ردیف {0} یک علامت نقل‌قول (\") درست بسته نشده است."),
        new("Close it, or write a mark inside a text twice (\"\").", "آن را ببندید، یا علامتی را که جزو متن است دوتایی (\"\") بنویسید."));

    public static readonly Problem TooManyColumns = new(
        "dialog:import-too-many-columns", 400,
        new("This row has {0} columns, the table has {1}.", "این ردیف {0} ستون دارد و جدول {1} ستون."),
        new("Put a text that contains the separator into quotation marks (\").", "متنی را که خودش جداکننده دارد بین دو علامت نقل‌قول (\") بگذارید."));

    public static readonly Problem ExampleTooLong = new(
        "dialog:import-example-too-long", 400,
        new("This example has {0} characters; at most {1} are possible.", "این نمونه {0} نویسه دارد؛ بیشتر از {1} نمی‌شود."),
        new("Shorten it to what a visitor would write.", "آن را به اندازهٔ پیام یک بازدیدکننده کوتاه کنید."));

    public static readonly Problem AnswerTooLong = new(
        "dialog:import-answer-too-long", 400,
        new("This answer has {0} characters; at most {1} are possible.", "این جواب {0} نویسه دارد؛ بیشتر از {1} نمی‌شود."),
        new("Shorten it, or split it into several questions.", "کوتاهش کنید، یا آن را بین چند پرسش تقسیم کنید."));

    public static readonly Problem TitleTooLong = new(
        "dialog:import-title-too-long", 400,
        new("This title has {0} characters; at most {1} are possible.", "این عنوان {0} نویسه دارد؛ بیشتر از {1} نمی‌شود."),
        new("Shorten the title to a few words.", "عنوان را به چند کلمه کوتاه کنید."));

    public static readonly Problem ExampleOfOtherRow = new(
        "dialog:import-example-of-other-row", 400,
        new("“{1}” already stands in row {0} with another answer.", "«{1}» در ردیف {0} با جواب دیگری آمده است."),
        new("Keep it with the one answer that fits.", "آن را فقط کنار جوابی بگذارید که به آن می‌خورد."));

    public static readonly Problem ExampleOfOtherIntent = new(
        "dialog:import-example-of-other-intent", 400,
        new("“{1}” already belongs to “{0}”, which has another answer.", "«{1}» از پیش در «{0}» هست که جواب دیگری دارد."),
        new("To change the answer, edit that intent; to move the example, delete it there first.", "برای تغییر جواب، همان موضوع را ویرایش کنید؛ برای جابه‌جایی نمونه، اول آن را از آنجا حذف کنید."));

    public static readonly Problem TooManyIntents = new(
        "dialog:import-too-many-intents", 400,
        new("A bot holds at most {0} intents.", "هر ربات حداکثر {0} موضوع دارد."),
        new("Delete intents that are no longer needed, or make a second bot.", "موضوع‌هایی را که دیگر لازم نیستند حذف کنید، یا ربات دومی بسازید."));

    public static readonly Problem TooManyExamples = new(
        "dialog:import-too-many-examples", 400,
        new("A bot holds at most {0} examples.", "هر ربات حداکثر {0} نمونه دارد."),
        new("Delete examples that say the same, then import the rest.", "نمونه‌هایی را که یک چیز می‌گویند حذف کنید و بعد بقیه را وارد کنید."));
}
