using System.CommandLine;
using System.Text;
using Dialog.Cli;

Console.OutputEncoding = new UTF8Encoding(encoderShouldEmitUTF8Identifier: false);
Console.InputEncoding = Console.OutputEncoding;
return Shell.Build().Parse(args).Invoke(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
