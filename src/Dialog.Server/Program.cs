using Dialog.AspNetCore;
using Dialog.Server;

// Settings and the demo site lie beside the program, wherever it is started from.
var builder = WebApplication.CreateBuilder(new WebApplicationOptions { Args = args, ContentRootPath = AppContext.BaseDirectory });
builder.UseServerDefaults();
builder.Services.AddDialog(options => builder.Configuration.BindTo(options));

var app = builder.Build();
app.UseDefaultFiles();
app.UseStaticFiles();
app.MapDialog();
return await app.RunOrExplainAsync();
