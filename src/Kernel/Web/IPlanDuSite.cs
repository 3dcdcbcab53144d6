namespace FaireAvec.Kernel.Web;

/// <summary>Addresses of public pages, for the map of the site given to search engines. Each module that has public pages registers one.</summary>
public interface IPlanDuSite
{
    /// <summary>Paths, starting with a slash.</summary>
    IEnumerable<string> Adresses();
}
